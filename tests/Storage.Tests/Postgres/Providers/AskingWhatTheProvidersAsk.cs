using System.Data;
using System.Data.Common;
using Npgsql;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

[NeedsPostgres]
public sealed class AskingWhatTheProvidersAsk
{
    [Theory]
    [InlineData("Host=db", 10)]
    [InlineData("Host=db;Maximum Pool Size=100", 10)]
    [InlineData("Host=db;Maximum Pool Size=3;Minimum Pool Size=3", 3)]
    public void Takes_few_connections(string given, int most) =>
        Assert.Equal(most, new NpgsqlConnectionStringBuilder(OrleansTables.ConnectionString(given)).MaxPoolSize);

    [ContractFact]
    public async Task Finds_every_query_and_no_other()
    {
        var database = await ProviderDatabase.SharedAsync();

        Assert.Equal(ProviderQuery.All.Keys.Order(), database.Keys.Order());
    }

    [ContractFact]
    public async Task Prepares_each_with_the_parameters_that_the_provider_sends()
    {
        var database = await ProviderDatabase.SharedAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        foreach (var key in ProviderQuery.All.Keys)
        {
            await using var command = database.ToCommand(key, connection);
            await command.PrepareAsync();

            Assert.Equal(ProviderQuery.All[key].Parameters.Keys.Order(), ParametersIn(command.CommandText));
        }
    }

    [ContractFact]
    public async Task Answers_with_the_columns_that_the_provider_reads()
    {
        var database = await ProviderDatabase.SharedAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        foreach (var query in ProviderQuery.All.Values)
        {
            await using var command = database.ToCommand(query.Key, connection);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly);

            Assert.Equal((query.Key, Describe(query.Answers)), (query.Key, Describe(query.Answers, reader)));
        }
    }

    /// <summary>What the reader has for each of the columns; all it has when one column without a name is wanted.</summary>
    private static string Describe(IReadOnlyDictionary<string, Type> wanted, DbDataReader reader) => Describe(
        wanted.ContainsKey("")
            ? Enumerable.Range(0, reader.FieldCount).ToDictionary(_ => "", reader.GetFieldType)
            : wanted.Keys.ToDictionary(name => name, name => reader.GetFieldType(reader.GetOrdinal(name))));

    private static string Describe(IReadOnlyDictionary<string, Type> columns) =>
        string.Join(", ", columns.OrderBy(column => column.Key).Select(column => $"{column.Key} {column.Value.Name}"));

    private static IEnumerable<string> ParametersIn(string text) =>
        text.Split('@').Skip(1).Select(rest => string.Concat(rest.TakeWhile(char.IsLetterOrDigit))).Distinct().Order();
}

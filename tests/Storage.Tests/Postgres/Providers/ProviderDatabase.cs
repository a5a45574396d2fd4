using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres.Providers;

/// <summary>A migrated database, asked as Orleans' providers ask it.</summary>
internal sealed class ProviderDatabase
{
    private static readonly Lazy<Task<ProviderDatabase>> shared = new(CreateAsync);

    private readonly IReadOnlyDictionary<string, string> queries;

    private ProviderDatabase(NpgsqlDataSource source, IReadOnlyDictionary<string, string> queries) =>
        (Source, this.queries) = (source, queries);

    public NpgsqlDataSource Source { get; }

    public IEnumerable<string> Keys => queries.Keys;

    /// <summary>All tests of this process use it: each has its own cluster or service.</summary>
    public static Task<ProviderDatabase> SharedAsync() => shared.Value;

    /// <summary>Runs the query with parameters named and typed as the provider does.</summary>
    /// <param name="values">Has a property for each parameter.</param>
    public async Task<IReadOnlyList<Row>> AskAsync(string key, object values)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = ToCommand(key, connection);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            parameter.Value = values.GetType().GetProperty(parameter.ParameterName)!.GetValue(values) ?? DBNull.Value;
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            var columns = Enumerable.Range(0, reader.FieldCount);
            rows.Add(new(columns.ToDictionary(reader.GetName, reader.GetValue, StringComparer.OrdinalIgnoreCase)));
        }

        return rows;
    }

    /// <summary>The single boolean that tells the provider whether it has succeeded.</summary>
    public async Task<bool> TryAsync(string key, object values) => (bool)Assert.Single(await AskAsync(key, values)).Only;

    /// <summary>The query with all its parameters, and without values.</summary>
    public NpgsqlCommand ToCommand(string key, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(queries[key], connection);
        foreach (var (name, type) in ProviderQuery.All[key].Parameters)
        {
            command.Parameters.Add(new() { ParameterName = name, DbType = type, Value = DBNull.Value });
        }

        return command;
    }

    private static async Task<ProviderDatabase> CreateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var connectionString = await server.CreateDatabaseAsync();
        await using (await PostgresStorage.OpenAsync(connectionString, NullLogger.Instance, CancellationToken.None))
        {
            // Opening makes the tables.
        }

        var source = NpgsqlDataSource.Create(OrleansTables.ConnectionString(connectionString));
        await using var command = source.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var reader = await command.ExecuteReaderAsync();
        var queries = new Dictionary<string, string>();
        while (await reader.ReadAsync())
        {
            queries.Add(reader.GetString(0), reader.GetString(1));
        }

        return new(source, queries);
    }
}

/// <summary>A row of an answer.</summary>
internal sealed record Row(IReadOnlyDictionary<string, object> Columns)
{
    public object Only => Assert.Single(Columns).Value;

    public object? this[string column] => Columns[column] is DBNull ? null : Columns[column];

    public int Number(string column) => Convert.ToInt32(Columns[column], CultureInfo.InvariantCulture);
}

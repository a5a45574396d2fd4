using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres;

public sealed class ADatabaseThatCannotBeUsed
{
    [Theory]
    [InlineData("Host=127.0.0.1;Prot=1", "Prot")]
    [InlineData("Host=127.0.0.1;Port=many", "Port")]
    [InlineData("postgres://user@host/db", "connection string cannot be read")]
    public async Task Is_named_when_the_connection_string_is_none(string connectionString, string named)
    {
        var refusal = await OpenAsync(connectionString);

        Assert.Contains(named, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Is_named_when_no_server_is_there()
    {
        var refusal = await OpenAsync("Host=127.0.0.1;Port=1;Username=u;Password=secret;Database=d");

        Assert.Contains("'d' at 127.0.0.1:1 (user 'u') cannot be reached", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_named_when_the_server_has_no_such_database()
    {
        await using var database = await Database.CreateAsync();

        var refusal = await OpenAsync(database.ConnectionString + ";Database=absent");

        Assert.Contains("'absent'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Create the database first.", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_named_when_the_user_may_not_create_the_schema()
    {
        await using var database = await Database.CreateAsync();
        await database.ExecuteAsync("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        var refusal = await OpenAsync(database.ConnectionString + ";Username=guest");

        Assert.Contains("must be allowed to create the schema 'contest'", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_named_when_it_takes_no_writes()
    {
        await using var database = await Database.CreateAsync();

        var refusal = await OpenAsync(database.ConnectionString + ";Options=-c default_transaction_read_only=on");

        Assert.Contains("Connect to the primary", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_named_when_it_cannot_keep_every_letter()
    {
        await using var database = await Database.CreateAsync();
        await database.ExecuteAsync("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");

        var refusal = await OpenAsync(database.ConnectionString + ";Database=latin");

        Assert.Contains("encoding is LATIN1", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_told_from_one_that_only_forgets()
    {
        await using var database = await Database.CreateAsync();

        await using var storage = await database.OpenAsync("Options=-c synchronous_commit=off");

        Assert.Contains(database.Log.Warnings, line => line.Contains("synchronous_commit = off", StringComparison.Ordinal));
    }

    private static Task<StorageUnusableException> OpenAsync(string connectionString) =>
        Assert.ThrowsAsync<StorageUnusableException>(
            () => PostgresStorage.OpenAsync(connectionString, NullLogger.Instance, CancellationToken.None));
}

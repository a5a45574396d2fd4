using Npgsql;
using OrleansContest.Channels;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres;

public sealed class MigratingADatabase : IAsyncLifetime
{
    private Database database = null!;

    public async Task InitializeAsync() => database = await Database.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [PostgresFact]
    public async Task Is_done_once_when_eight_start_at_once()
    {
        var storages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.OpenAsync()));

        Assert.Equal(MigrationScript.All.Count, await database.ScalarAsync<long>("SELECT count(*) FROM contest.migrations"));
        foreach (var storage in storages)
        {
            Assert.Empty(await storage.Journal.ListAsync("contest", CancellationToken.None));
            await storage.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Adds_what_is_new_and_leaves_what_is_there()
    {
        await MigrateAsync(First);
        await database.ExecuteAsync("INSERT INTO contest.first VALUES (7)");

        await MigrateAsync(First, Second);

        Assert.Equal(7, await database.ScalarAsync<int>("SELECT n FROM contest.first"));
        Assert.Equal(0L, await database.ScalarAsync<long>("SELECT count(*) FROM contest.second"));
    }

    [PostgresFact]
    public async Task Is_refused_when_an_applied_one_was_changed_since()
    {
        await MigrateAsync(First);

        var refusal = await Assert.ThrowsAsync<StorageUnusableException>(() => MigrateAsync(First with { Sql = First.Sql + "-- more" }));

        Assert.Contains("0001-first is not the 0001-first of this version", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Is_refused_when_a_newer_version_was_there()
    {
        await MigrateAsync(First, Second);

        var refusal = await Assert.ThrowsAsync<StorageUnusableException>(() => MigrateAsync(First));

        Assert.Contains("0002-second, which this version does not know", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Leaves_nothing_when_one_fails()
    {
        var broken = new MigrationScript(2, "0002-broken", "CREATE TABLE contest.broken (n integer); SELECT 1 / 0;");

        await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(First, broken));

        Assert.False(await database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'contest')"));
        await MigrateAsync(First, Second);
    }

    [PostgresFact]
    public async Task Needs_no_right_to_create_once_it_is_done()
    {
        await (await database.OpenAsync()).DisposeAsync();
        await database.ExecuteAsync("""
            DO $$ BEGIN CREATE ROLE clerk LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            GRANT USAGE ON SCHEMA contest TO clerk;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA contest TO clerk;
            """);

        await using var storage = await database.OpenAsync("Username=clerk");
        await using var journal = await storage.Journal.OpenAsync(database.Channel, CancellationToken.None);
        await journal.AppendAsync(Records.Batch(1, 2));

        Assert.Equal(2, journal.Last);
    }

    [PostgresFact]
    public void Keeps_its_scripts_in_order_with_a_number_each()
    {
        var numbers = MigrationScript.All.Select(script => script.Number).ToList();

        Assert.Equal("0001-channels", MigrationScript.All[0].Name);
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [PostgresFact]
    public void Knows_a_script_again_whatever_its_line_ends() =>
        Assert.Equal(First.Checksum, (First with { Sql = First.Sql.ReplaceLineEndings("\r\n") }).Checksum);

    private static MigrationScript First { get; } = new(1, "0001-first", "CREATE TABLE contest.first (n integer);\n");

    private static MigrationScript Second { get; } = new(2, "0002-second", "CREATE TABLE contest.second (n integer);");

    private async Task MigrateAsync(params IReadOnlyList<MigrationScript> scripts)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await new Migrations(source, database.Log).RunAsync(scripts, CancellationToken.None);
    }
}

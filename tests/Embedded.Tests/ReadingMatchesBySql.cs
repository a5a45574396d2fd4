using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansContest.Embedded;
using OrleansContest.Matches;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>The read model in PostgreSQL, and the functions that people ask it by.</summary>
public sealed class ReadingMatchesBySql
{
    [PostgresFact]
    public async Task Tells_what_the_match_tells()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var engine = await OpenAsync(database);
        await using var source = NpgsqlDataSource.Create(database);
        var match = await engine.Channels.ActiveAsync("m1");
        await match.Vote(Polls.Ballot("one", 1) with { Cell = null });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(batch => match.BringAsync(Polls.Range("v", batch * 50, 100))));

        await MatchTables.EqualsAsync(source, match, "m1");
        var other = await engine.Channels.ActiveAsync("m2");
        await other.BringAsync(Polls.Range("v", 0, 10));
        await MatchTables.EqualsAsync(source, other, "m2");
        await MatchTables.EqualsAsync(source, match, "m1");
    }

    [PostgresFact]
    public async Task Catches_up_with_what_happened_while_nobody_followed()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (var engine = await OpenAsync(database))
        {
            await (await engine.Channels.ActiveAsync("m1")).BringAsync(Polls.Range("v", 0, 500));
        }

        await using var source = NpgsqlDataSource.Create(database);
        await using (var emptying = source.CreateCommand("TRUNCATE contest.match_aggregates, contest.match_totals, contest.match_positions"))
        {
            await emptying.ExecuteNonQueryAsync();
        }

        await using var again = await OpenAsync(database);
        await MatchTables.EqualsAsync(source, again.Channels.Get<IMatch>("m1"), "m1");
    }

    [PostgresFact]
    public async Task Is_kept_by_one_of_several_and_by_another_when_that_one_goes()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var first = await OpenAsync(database);
        await using var second = await OpenAsync(database);
        var match = await second.Channels.ActiveAsync("m1");
        await match.BringAsync(Polls.Range("v", 0, 100));
        await MatchTables.EqualsAsync(source, match, "m1");
        await first.DisposeAsync();

        await match.BringAsync(Polls.Range("v", 100, 100));
        await MatchTables.EqualsAsync(source, match, "m1");
    }

    [PostgresFact]
    public async Task Applies_records_once_however_often_they_come()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (await OpenAsync(database))
        {
        }

        await using var source = NpgsqlDataSource.Create(database);
        Assert.True(await ApplyAsync(source, 0, 3));
        Assert.False(await ApplyAsync(source, 0, 3));
        Assert.True(await ApplyAsync(source, 3, 4));
        Assert.False(await ApplyAsync(source, 3, 5));
        Assert.Equal((2, 1), await TotalsAsync(source));
    }

    [PostgresFact]
    public async Task Adds_up_what_is_counted_by_hand()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (await OpenAsync(database))
        {
        }

        await using var source = NpgsqlDataSource.Create(database);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => ExecuteAsync(source, n % 2 == 0
            ? "SELECT contest.increment_h3_aggregate('hand', '8928308280fffff', 9, 1, 0)"
            : "SELECT contest.increment_country_aggregate('hand', 'US', 0, 1)")));

        Assert.Equal(["8928308280fffff 20 0", "US 0 20"], await MatchTables.PlacesAsync(source, "hand"));
    }

    private static Task<EmbeddedEngine> OpenAsync(string database) => EmbeddedEngine.OpenAsync(
        new EmbeddedOptions { DataFolder = "", Postgres = database }, ChannelKinds.All, NullLogger.Instance, TimeProvider.System, default);

    private static async Task<bool> ApplyAsync(NpgsqlDataSource source, long after, long through)
    {
        await using var command = source.CreateCommand($"""
            SELECT contest.apply_match_votes('twice', 'e', {after}, {through}, ARRAY['country'], ARRAY['US'], ARRAY[NULL::smallint],
              ARRAY[1], ARRAY[0], ARRAY[now()], ARRAY[true], 1, {(after == 0 ? 1 : 0)}, now())
            """);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<(int TeamA, int TeamB)> TotalsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT team_a_votes, team_b_votes FROM contest.get_realtime_stats('twice')");
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return (rows.GetInt32(0), rows.GetInt32(1));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

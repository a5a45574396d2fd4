using Npgsql;
using OrleansContest.Matches;

namespace OrleansContest.Tests.Engine;

/// <summary>The read model of a match, beside the match.</summary>
public static class MatchTables
{
    /// <summary>Waits until the tables have as many votes as the match; then all of both must be the same.</summary>
    public static async Task EqualsAsync(NpgsqlDataSource source, IMatch match, string id)
    {
        var stats = (await Contacts.PersistAsync(match.Stats))!.Shown;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await StatsAsync(source, id)).TotalVotes < stats.TotalVotes)
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }

        Assert.Equal(stats, await StatsAsync(source, id));
        var places = (await match.Aggregates(new AggregateQuery()))!.Shown;
        Assert.Equal(places.Select(place => $"{place.LocationKey} {place.TeamACount} {place.TeamBCount}"), await PlacesAsync(source, id));
        foreach (var resolution in Enumerable.Range(0, H3Cell.MaxResolution + 1))
        {
            var zoomed = (await match.Aggregates(new AggregateQuery(resolution)))!.Shown;
            Assert.Equal(zoomed.Select(place => $"{place.LocationKey} {place.VoteCount}"), await ZoomedAsync(source, id, resolution));
        }
    }

    public static async Task<MatchStats> StatsAsync(NpgsqlDataSource source, string id)
    {
        await using var command = source.CreateCommand("SELECT * FROM contest.get_realtime_stats($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return new MatchStats(
            rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4),
            await rows.IsDBNullAsync(5) ? null : await rows.GetFieldValueAsync<DateTimeOffset>(5));
    }

    public static Task<List<string>> PlacesAsync(NpgsqlDataSource source, string id) =>
        ReadAsync(source, "SELECT location_key || ' ' || team_a_count || ' ' || team_b_count FROM contest.get_match_aggregates($1)", id);

    private static Task<List<string>> ZoomedAsync(NpgsqlDataSource source, string id, int resolution) => ReadAsync(
        source,
        $"SELECT location_key || ' ' || vote_count FROM contest.match_aggregates WHERE match = $1 AND resolution = {resolution} ORDER BY vote_count DESC, location_key",
        id);

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql, string id)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }
}

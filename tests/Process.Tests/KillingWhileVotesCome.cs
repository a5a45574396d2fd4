using System.Text;
using System.Text.Json;
using Npgsql;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Processes;

public sealed class KillingWhileVotesCome(ITestOutputHelper output)
{
    private const int Batch = 2_000;

    /// <summary>kill -9 at random moments of a bulk on PostgreSQL; 20 times in a long run.</summary>
    [PostgresFact]
    public async Task Loses_no_vote_and_leaves_the_read_model_as_the_match_is()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        using var folder = new TempFolder();
        var random = new Random(Seed());
        var rounds = LongTests.Rounds(always: 3, whenLong: 20);
        var acknowledged = 0;
        for (var round = 0; round < rounds; round++)
        {
            await using var gateway = await VotingGateway.StartAsync(folder.Path, settings: [$"--Storage:Postgres={database}"]);
            Assert.InRange(await TotalAsync(gateway), acknowledged, int.MaxValue);
            acknowledged = await BringUntilKilledAsync(gateway, round, random);
            output.WriteLine($"round {round}: {acknowledged} votes acknowledged when killed");
        }

        await using var last = await VotingGateway.StartAsync(folder.Path, settings: [$"--Storage:Postgres={database}"]);
        for (var batch = 0; batch < rounds * 20; batch++)
        {
            await BringAsync(last, batch);
        }

        Assert.Equal(rounds * 20 * Batch, await TotalAsync(last));
        await BecomesEqualAsync(source, last);
    }

    /// <returns>Votes that were acknowledged in all.</returns>
    private static async Task<int> BringUntilKilledAsync(VotingGateway gateway, int round, Random random)
    {
        var bringing = BringRoundAsync(gateway, round);
        var target = await TotalAsync(gateway) + random.Next(1, 10 * Batch);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var total = 0;
        while (total < target && !patience.IsCancellationRequested && !bringing.IsCompleted)
        {
            total = await TotalAsync(gateway);
        }

        await gateway.KillAsync();
        await bringing.ContinueWith(_ => { }, TaskScheduler.Default);
        return total;
    }

    private static async Task BringRoundAsync(VotingGateway gateway, int round)
    {
        for (var batch = round * 20; batch < (round + 1) * 20; batch++)
        {
            await BringAsync(gateway, batch);
        }
    }

    private static async Task BringAsync(VotingGateway gateway, int batch)
    {
        var lines = string.Join('\n', Enumerable.Range(batch * Batch, Batch).Select(Vote));
        using var answer = await gateway.Http.PostAsync("/api/matches/m1/votes/bulk", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Vote(int vote)
    {
        var place = $$"""{"h3Index":"{{CellOf(vote % 500):x}}","h3Resolution":9,"countryCode":"US"}""";
        return $$"""{"teamChoice":"{{(vote % 3 == 0 ? "team_b" : "team_a")}}","fingerprint":"voter{{vote}}","voteId":"v{{vote}}","location":{{place}}}""";
    }

    private static async Task<int> TotalAsync(VotingGateway gateway) =>
        JsonSerializer.Deserialize<JsonElement>(await gateway.Http.GetStringAsync("/api/matches/m1/stats")).GetProperty("totalVotes").GetInt32();

    /// <summary>Waits until the tables have as many votes as the match; then all of both must be the same.</summary>
    private static async Task BecomesEqualAsync(NpgsqlDataSource source, VotingGateway gateway)
    {
        var total = await TotalAsync(gateway);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await ReadAsync(source, "SELECT total_votes::text FROM contest.get_realtime_stats('m1')"))[0] != $"{total}")
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }

        var shown = JsonSerializer.Deserialize<JsonElement>(await gateway.Http.GetStringAsync("/api/matches/m1/aggregates")).EnumerateArray();
        Assert.Equal(
            shown.Select(place => $"{place.GetProperty("locationKey")} {place.GetProperty("teamACount")} {place.GetProperty("teamBCount")}"),
            await ReadAsync(source, "SELECT location_key || ' ' || team_a_count || ' ' || team_b_count FROM contest.get_match_aggregates('m1')"));
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }

    private static ulong CellOf(int number)
    {
        var index = (1UL << 59) | (9UL << 52) | (20UL << 45) | ((1UL << 18) - 1);
        for (var resolution = 9; resolution > 0; resolution--, number /= 7)
        {
            index |= (ulong)(number % 7) << (3 * (15 - resolution));
        }

        return index;
    }

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}

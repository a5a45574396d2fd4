using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using OrleansContest.Matches;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

public sealed class KillingASiloWhileVotesCome
{
    private const int Batch = 1_000;
    private const int Batches = 10;

    [PostgresFact]
    public async Task Loses_no_vote_and_leaves_the_read_model_as_the_match_is()
    {
        await using var cluster = await ProcessCluster.StartAsync();
        await using var source = NpgsqlDataSource.Create(cluster.Database);
        var gateway = cluster.Gateways[0].Http;
        var team = new { name = "Team" };
        using var made = await gateway.PostAsJsonAsync("/api/matches", new { id = "m1", title = "Final", teamA = team, teamB = team, startsAt = "2026-01-01T00:00:00Z", endsAt = "2026-01-02T00:00:00Z" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var active = await gateway.PostAsync("/api/matches/m1/activate", null);
        for (var batch = 0; batch < Batches; batch++)
        {
            await BringAsync(gateway, batch);
            if (batch == Batches / 2)
            {
                await cluster.Silos[0].KillAsync();
            }
        }

        foreach (var other in cluster.Gateways)
        {
            Assert.Equal(Batches * Batch, (await StatsAsync(other.Http)).TotalVotes);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await MatchTables.StatsAsync(source, "m1")).TotalVotes < Batches * Batch)
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }

        Assert.Equal(await StatsAsync(gateway), await MatchTables.StatsAsync(source, "m1"));
        var places = await gateway.GetFromJsonAsync<JsonElement>("/api/matches/m1/aggregates");
        Assert.Equal(places.EnumerateArray().Select(Describe), await MatchTables.PlacesAsync(source, "m1"));
    }

    /// <summary>Brings a batch until it is answered, as a client does.</summary>
    private static async Task BringAsync(HttpClient gateway, int batch)
    {
        var lines = string.Join('\n', Enumerable.Range(batch * Batch, Batch).Select(Vote));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            using var answer = await gateway.PostAsync("/api/matches/m1/votes/bulk", new StringContent(lines, Encoding.UTF8, "application/x-ndjson"), patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                var counted = await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
                Assert.Equal(Batch, counted.GetProperty("accepted").GetInt32() + counted.GetProperty("duplicates").GetInt32());
                return;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
    }

    private static string Vote(int vote)
    {
        var ballot = Polls.Ballot("v", vote);
        var place = ballot.Cell is { } cell ? $"\"h3Index\":\"{cell:x}\",\"h3Resolution\":9," : "";
        return $"{{\"teamChoice\":\"{(vote % 3 == 0 ? "team_b" : "team_a")}\",\"fingerprint\":\"voter{vote}\",\"voteId\":\"v{vote}\",\"location\":{{{place}\"countryCode\":\"US\"}}}}";
    }

    private static string Describe(JsonElement place) =>
        $"{place.GetProperty("locationKey").GetString()} {place.GetProperty("teamACount")} {place.GetProperty("teamBCount")}";

    private static async Task<MatchStats> StatsAsync(HttpClient gateway) =>
        (await gateway.GetFromJsonAsync("/api/matches/m1/stats", MatchJson.Default.MatchStats))!;
}

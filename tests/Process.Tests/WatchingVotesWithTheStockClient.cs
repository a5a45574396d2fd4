using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Processes;

/// <summary>What people use already, from npm, against a gateway as people run it.</summary>
public sealed class WatchingVotesWithTheStockClient
{
    private const string Cell = "8928308280fffff";

    [StockClientFact]
    public async Task Joins_a_match_and_hears_of_every_vote()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path);
        await using var client = await StockClient.ConnectAsync(gateway.Votes);
        await client.HearsAsync("connect");
        await client.EmitAsync("\"join-match\",\"m1\"", ack: true);

        Assert.Equal("""{"success":true}""", (await client.HearsAsync("ack")).GetRawText());
        Assert.Equal(
            """{"matchId":"m1","stats":{"totalVotes":0,"teamAVotes":0,"teamBVotes":0,"uniqueCountries":0,"uniqueH3Cells":0,"lastVoteAt":null}}""",
            (await client.HearsAsync("match:stats")).GetRawText());
        var initial = await client.HearsAsync("aggregates:initial");
        Assert.Equal(("m1", 0), (initial.GetProperty("matchId").GetString(), initial.GetProperty("aggregates").GetArrayLength()));

        await gateway.VoteAsync("v1", "team_b");
        var vote = await client.HearsAsync("vote:new");
        Assert.Equal(("m1", "team_b", Cell, 9, "US"), (Text(vote, "matchId"), Text(vote, "teamChoice"), Text(vote, "h3Index"), Number(vote, "h3Resolution"), Text(vote, "countryCode")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", Text(vote, "timestamp"));
        var cell = await client.HearsAsync("aggregate:updated");
        Assert.Equal(("m1", "h3", Cell, 0, 1, 1), (Text(cell, "matchId"), Text(cell, "aggregateType"), Text(cell, "locationKey"), Number(cell, "teamACount"), Number(cell, "teamBCount"), Number(cell, "voteCount")));
        var country = await client.HearsAsync("aggregate:updated");
        Assert.Equal(("country", "US", 1), (Text(country, "aggregateType"), Text(country, "locationKey"), Number(country, "voteCount")));
        var stats = await client.HearsAsync("match:stats");
        Assert.Equal(1, Number(stats.GetProperty("stats"), "totalVotes"));
        Assert.Equal(vote.GetProperty("seq").GetInt64() + 3, stats.GetProperty("seq").GetInt64());
    }

    [StockClientFact]
    public async Task Is_told_what_is_wrong()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path);
        await using var client = await StockClient.ConnectAsync(gateway.Votes);
        foreach (var wrong in new[] { "\"join-match\",\"unknown\"", "\"join-match\",\"a b\"", "\"join-match\",{\"id\":1}", "\"join-match\"", "\"leave-match\",7" })
        {
            await client.EmitAsync(wrong, ack: true);
            Assert.Equal("""{"message":"Invalid match ID"}""", (await client.HearsAsync("error")).GetRawText());
            Assert.Equal("""{"success":false,"error":"Invalid match ID"}""", (await client.HearsAsync("ack")).GetRawText());
        }

        await client.EmitAsync("\"sing\"");
        Assert.Equal("""{"message":"Unknown event"}""", (await client.HearsAsync("error")).GetRawText());
    }

    [StockClientFact]
    public async Task Hears_no_more_of_a_match_that_it_has_left()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path);
        await using var client = await StockClient.ConnectAsync(gateway.Votes);
        await client.EmitAsync("\"join-match\",\"m1\"");
        await client.HearsAsync("aggregates:initial");
        await client.EmitAsync("\"leave-match\",\"m1\"", ack: true);
        await client.HearsAsync("ack");
        await gateway.VoteAsync("v1", "team_a");

        await client.EmitAsync("\"leave-match\",\"m1\"", ack: true);
        Assert.Equal(["ack"], await client.HearsUpToAsync("ack"));
    }

    [StockClientFact]
    public async Task Comes_back_by_itself_after_a_restart_and_has_the_same_totals()
    {
        using var folder = new TempFolder();
        var gateway = await VotingGateway.StartAsync(folder.Path);
        await using var client = await StockClient.ConnectAsync(gateway.Votes);
        await client.EmitAsync("\"join-match\",\"m1\"");
        await gateway.VoteAsync("v1", "team_a");
        await gateway.VoteAsync("v2", "team_b");
        var before = (await client.HearsAsync("match:stats", data => Number(data.GetProperty("stats"), "totalVotes") == 2)).GetProperty("stats").GetRawText();
        await gateway.KillAsync();
        Assert.Equal("transport close", (await client.HearsAsync("disconnect")).GetString());

        await using var again = await VotingGateway.StartAsync(folder.Path, gateway.Port);
        await client.HearsAsync("reconnect");
        await client.EmitAsync("\"join-match\",\"m1\"");
        Assert.Equal(before, (await client.HearsAsync("match:stats")).GetProperty("stats").GetRawText());
        Assert.Equal(2, (await client.HearsAsync("aggregates:initial")).GetProperty("aggregates").GetArrayLength());
    }

    [StockClientFact]
    public async Task Stays_as_long_as_it_answers_pings_as_it_does_by_default()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path, settings: ["--Gateway:SocketIo:PingInterval=00:00:00.200", "--Gateway:SocketIo:PingTimeout=00:00:20"]);
        await using var client = await StockClient.ConnectAsync(gateway.Votes);
        for (var pings = 0; pings < 5; pings++)
        {
            await client.HearsAsync("ping");
        }

        await client.EmitAsync("\"join-match\",\"m1\"", ack: true);
        Assert.DoesNotContain("disconnect", await client.HearsUpToAsync("ack"));
    }

    [StockClientFact]
    public async Task Is_told_when_its_address_has_too_many_connections()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path, settings: ["--Matches:ConnectionsPerAddress=1"]);
        await using var first = await StockClient.ConnectAsync(gateway.Votes);
        await first.HearsAsync("connect");
        await using var second = await StockClient.ConnectAsync(gateway.Votes);

        Assert.Equal("""{"message":"Connection limit exceeded"}""", (await second.HearsAsync("error")).GetRawText());
        Assert.Equal("io server disconnect", (await second.HearsAsync("disconnect")).GetString());
        await first.EmitAsync("\"join-match\",\"m1\"", ack: true);
        await first.HearsAsync("ack");
    }

    [StockClientFact]
    public async Task Cannot_have_what_is_not_served()
    {
        using var folder = new TempFolder();
        await using var gateway = await VotingGateway.StartAsync(folder.Path);
        await using var polling = await StockClient.ConnectAsync(gateway.Votes, """{"transports":["polling"],"reconnection":false}""");
        Assert.Equal("xhr poll error", (await polling.HearsAsync("connect_error")).GetString());
        await using var elsewhere = await StockClient.ConnectAsync(gateway.Votes.Replace("/votes", "/other", StringComparison.Ordinal));

        Assert.Equal("Invalid namespace", (await elsewhere.HearsAsync("connect_error")).GetString());
    }

    private static string Text(JsonElement data, string member) => data.GetProperty(member).GetString()!;

    private static int Number(JsonElement data, string member) => data.GetProperty(member).GetInt32();
}

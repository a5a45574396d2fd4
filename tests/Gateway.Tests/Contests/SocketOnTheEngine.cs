using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;

namespace OrleansContest.Gateway.Tests.Contests;

/// <summary>The dialect with real contests behind it.</summary>
public sealed class SocketOnTheEngine(RestFixture gateway) : IClassFixture<RestFixture>
{
    private Uri Socket => new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws" }.Uri;

    [Fact]
    public async Task Tells_of_an_entry_then_of_its_hour_then_of_the_dupe()
    {
        var contest = await gateway.ContestAsync();
        await using var spectator = await WatchAsync($"contest:{contest}");
        await spectator.NextAsync("full");
        await gateway.LogAsync(contest, "W1AW", "12:00");
        await gateway.LogAsync(contest, "W1AW", "12:01");

        string[] types = ["logEntry:created", "aggregate:updated", "logEntry:created", "aggregate:updated", "dupe:detected"];
        foreach (var type in types)
        {
            Assert.Equal(type, (string?)(await spectator.NextAsync())["type"]);
        }

        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Begins_with_everything_acknowledged_before()
    {
        var contest = await gateway.ContestAsync();
        await using var first = await WatchAsync($"contest:{contest}");
        for (var i = 1; i <= 20; i++)
        {
            await gateway.LogAsync(contest, "W1AW", $"12:{i:00}");
            await using var spectator = await WatchAsync($"contest:{contest}");
            var full = await spectator.NextAsync("full");
            Assert.Equal(i, (int?)full["data"]!["scoreboard"]![0]!["qsos"]);
        }
    }

    [Fact]
    public async Task Ends_an_import_with_what_the_full_state_says_for_every_spectator()
    {
        var contest = await gateway.ContestAsync();
        var channel = $"contest:{contest}";
        var spectators = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => WatchAsync(channel)));
        var batches = Enumerable.Range(0, 40).Select(batch =>
            $"[{string.Join(',', Enumerable.Range(0, 250).Select(i => Contact(contest, batch, i)))}]");
        foreach (var batch in batches)
        {
            await gateway.Client.PostJsonAsync("/api/logs/batch", batch).IsAsync(HttpStatusCode.OK);
        }

        await using var late = await WatchAsync(channel);
        var seq = (long)(await late.NextAsync("full"))["seq"]!;
        var expected = late.ChainOf(channel);
        Assert.Equal(10_000, expected.Counters.Values.Sum());
        foreach (var spectator in spectators)
        {
            await spectator.ReachAsync(channel, seq);
            Assert.Equal(expected.Counters, spectator.ChainOf(channel).Counters);
            Assert.Equal(expected.Scoreboard, spectator.ChainOf(channel).Scoreboard);
            await spectator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Adds_up_the_scoreboards_of_all_contests()
    {
        var (one, other) = (await gateway.ContestAsync(), await gateway.ContestAsync());
        await gateway.LogAsync(one, more: ",\"operatorCallsign\":\"G9SUM\"");
        await gateway.LogAsync(other, more: ",\"operatorCallsign\":\"G9SUM\",\"mode\":\"SSB\"");
        await using var spectator = await WatchAsync("global");
        var full = await spectator.NextAsync("full");
        var row = full["data"]!["scoreboard"]!.AsArray().Single(row => (string?)row!["operator"] == "G9SUM")!;
        Assert.Equal((2, 2, 1, 1, 2), ((int)row["qsos"]!, (int)row["points"]!, (int)row["cwContacts"]!, (int)row["ssbContacts"]!, (int)row["bands"]!["20"]!));

        await gateway.LogAsync(one, "W1AW", "12:05", ",\"operatorCallsign\":\"G9SUM\"");
        var update = await spectator.NextAsync(message => message["source"]?["scoreboard"] is not null);
        Assert.Equal(($"contest:{one}", 2), ((string?)update["source"]!["channel"], (int?)update["source"]!["scoreboard"]![0]!["qsos"]));
        Assert.Null(update["scoreboard"]);
    }

    private static string Contact(string contest, int batch, int i) => JsonSerializer.Serialize(new
    {
        contestId = contest,
        stationId = $"ST{batch % 20}",
        callsign = $"K{i % 10}A{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}",
        operatorCallsign = $"G{batch % 10}OP",
        band = "20",
        mode = "CW",
        qsoDate = "2026-01-24",
        qsoTime = $"{batch % 24:00}:{i % 60:00}:{batch:00}",
    });

    private async Task<Spectator> WatchAsync(string channel)
    {
        var spectator = await Spectator.ConnectAsync(Socket);
        await spectator.SubscribeAsync(channel);
        return spectator;
    }
}

using OrleansContest.Gateway.Tests.Hub;

namespace OrleansContest.Gateway.Tests.Contests;

/// <summary>The channel <c>global</c>.</summary>
public sealed class SocketGlobal
{
    private const string Global = "global";

    [Fact]
    public async Task Begins_with_every_contest_and_goes_on_with_every_update()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (a, b) = (gateway.Channels.Contest("a"), gateway.Channels.Contest("b"));
        a.Count("h1");
        b.Count("h2", "h2");
        await using var spectator = await Spectator.OfAsync(gateway, Global);
        var full = await spectator.NextAsync("full");
        Assert.Null(full["data"]!["contest"]);
        Assert.Equal(["a", "b"], full["data"]!["contests"]!.AsArray().Select(card => (string?)card!["id"]));
        Assert.Equal([1, 2], full["data"]!["aggregates"]!.AsArray().Select(hour => (int?)hour!["totalQsos"]));
        Assert.Equal("""{"channel":"contest:b","epoch":"e1","seq":2,"scoreboard":[]}""", full["data"]!["sources"]![1]!.ToJsonString());

        b.Count("h2");
        var update = await spectator.NextAsync();
        Assert.Equal("""{"channel":"contest:b","epoch":"e1","seq":3}""", update["source"]!.ToJsonString());
        Assert.Equal((long)full["seq"]! + 1, (long)update["seq"]!);
        a.Count("h1");
        Assert.Equal("contest:a", (string?)(await spectator.NextAsync())["source"]!["channel"]);
    }

    [Fact]
    public async Task Has_nothing_where_there_is_no_contest()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var spectator = await Spectator.OfAsync(gateway, Global);
        var data = (await spectator.NextAsync("full"))["data"]!;
        Assert.Empty(data["contests"]!.AsArray());
        Assert.Empty(data["aggregates"]!.AsArray());
    }

    [Fact]
    public async Task Takes_in_a_contest_that_is_new()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ListEvery"] = "00:00:00.050" });
        gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, Global);
        await spectator.NextAsync("full");
        var b = gateway.Channels.Contest("b");
        b.Count("h1");

        var full = await spectator.NextAsync("full");
        Assert.NotNull(full["prev"]);
        Assert.Equal(["a", "b"], full["data"]!["contests"]!.AsArray().Select(card => (string?)card!["id"]));
        b.Count("h1");
        await spectator.NextAsync(message => (int?)message["data"]!["totalQsos"] == 2);
    }

    [Fact]
    public async Task Is_told_of_a_new_contest_at_once_where_it_was_created_here()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ListEvery"] = "00:05:00" });
        await using var spectator = await Spectator.OfAsync(gateway, Global);
        await spectator.NextAsync("full");
        gateway.Channels.Contest("b");
        gateway.TellOfNew("b");

        Assert.Single((await spectator.NextAsync("full"))["data"]!["contests"]!.AsArray());
    }

    [Fact]
    public async Task Leaves_out_a_contest_that_does_not_answer()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a").IsDown = true;
        gateway.Channels.Contest("b");
        await using var spectator = await Spectator.OfAsync(gateway, Global);
        Assert.Equal(["b"], (await spectator.NextAsync("full"))["data"]!["contests"]!.AsArray().Select(card => (string?)card!["id"]));
    }

    [Fact]
    public async Task Resumes_and_filters_like_any_channel()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (a, b) = (gateway.Channels.Contest("a"), gateway.Channels.Contest("b"));
        await using var before = await Spectator.OfAsync(gateway, Global);
        await before.NextAsync("full");
        a.Publish(("logEntry:created", """{"band":"20"}"""));
        await before.NextAsync("logEntry:created");
        var chain = new Chain(before.ChainOf(Global).Epoch, before.ChainOf(Global).Seq);
        b.Publish(("logEntry:created", """{"band":"40"}"""), ("logEntry:created", """{"band":"20"}"""));

        await using var spectator = await Spectator.ReturnAsync(gateway, Global, chain, ""","filters":{"band":"20"}""");
        var update = await spectator.NextAsync();
        Assert.Equal(("contest:b", 2), ((string?)update["source"]!["channel"], (int?)update["source"]!["seq"]));
    }

    [Fact]
    public async Task Fits_exactly_whoever_joins_while_contests_change()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contests = Enumerable.Range(0, 5).Select(i => gateway.Channels.Contest($"c{i}")).ToList();
        contests.ForEach(contest => contest.Delay = () => Task.Delay(TimeSpan.FromMilliseconds(3), TimeProvider.System));
        var spectators = new List<Spectator>();
        for (var round = 0; round < 30; round++)
        {
            spectators.Add(await Spectator.OfAsync(gateway, Global));
            for (var i = 0; i < 20; i++)
            {
                contests[i % 5].Count($"c{i % 5} h{round % 3}");
                await Task.Yield();
            }
        }

        var expected = contests.SelectMany(contest => contest.Counters).ToDictionary();
        foreach (var spectator in spectators)
        {
            while (!spectator.ChainOf(Global).Counters.OrderBy(one => one.Key).SequenceEqual(expected.OrderBy(one => one.Key)))
            {
                await spectator.NextAsync();
            }

            await spectator.DisposeAsync();
        }
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class LosingBatches
{
    private const string A = "contest:a";

    [Fact]
    public async Task Leaves_no_hole()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Loses = batch => batch.After % 3 != 0;
        for (var i = 0; i < 301; i++)
        {
            contest.Count("h1");
        }

        await spectator.ReachAsync(A, 301);
        Assert.Equal(Enumerable.Range(1, 301).Select(seq => (long)seq), spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Is_noticed_when_the_channel_tells_its_position()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Loses = _ => true;
        contest.Count("h1", "h2");
        contest.Announce();

        await spectator.ReachAsync(A, 2);
        Assert.Equal([1, 2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Is_noticed_when_a_newcomer_is_given_more_than_the_feed_knows()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:FullAge"] = "00:00:00" });
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Loses = _ => true;
        contest.Count("h1", "h2");
        await using var newcomer = await Spectator.OfAsync(gateway, A);

        await newcomer.ReachAsync(A, 2);
        await spectator.ReachAsync(A, 2);
        Assert.Equal([1, 2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Gives_everyone_the_full_state_when_the_channel_cannot_tell_what_was_lost()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Remembers = 2;
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await using var filtered = await Spectator.OfAsync(gateway, A, ""","filters":{"band":"20"}""");
        await spectator.NextAsync("full");
        await filtered.NextAsync("full");
        contest.Loses = batch => batch.After < 9;
        contest.Count("h1", "h1", "h1", "h1", "h1", "h1", "h1", "h1", "h1");
        contest.Count("h1");

        foreach (var one in new[] { spectator, filtered })
        {
            var full = await one.NextAsync();
            Assert.Equal(("full", 10, 0), ((string?)full["type"], (int?)full["seq"], (int?)full["prev"]));
        }
    }

    [Fact]
    public async Task Is_made_good_when_the_channel_answers_again()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:RetryAfter"] = "00:00:00.020" });
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.IsDown = true;
        contest.Loses = batch => batch.After == 0;
        contest.Count("h1");
        contest.Count("h1");
        var calls = contest.Calls;
        await Until.TrueAsync(() => contest.Calls > calls + 2);
        contest.IsDown = false;

        await spectator.ReachAsync(A, 2);
        Assert.Equal([1, 2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Matters_no_more_than_getting_them_twice_or_late()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        var batches = new List<UpdateBatch>();
        contest.Loses = batch =>
        {
            batches.Add(batch);
            return true;
        };
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        for (var i = 0; i < 50; i++)
        {
            contest.Count("h1", "h2", "h3");
        }

        var shuffled = new Random(7).GetItems(batches.ToArray(), 200);
        foreach (var batch in shuffled.Append(batches[^1]))
        {
            contest.Hand(batch with { After = batch.After - 1, Updates = [.. Before(batch), .. batch.Updates] });
            contest.Hand(batch);
        }

        await spectator.ReachAsync(A, 150);
        Assert.Equal(150, spectator.ChainOf(A).Singles.Count);

        IEnumerable<Update> Before(UpdateBatch batch) =>
            [batch.After == 0 ? new Update(0, "never:shown", default, default) : batches[(int)(batch.After / 3) - 1].Updates[^1]];
    }

    [Fact]
    public async Task Gives_everyone_the_full_state_when_the_numbering_began_anew()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1", "h1");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Restart("e2");
        contest.Count("h1");

        await spectator.NextAsync("full");
        Assert.Equal("e2:1", spectator.ChainOf(A).Since);
        contest.Hand(new UpdateBatch(new ChannelId("contest", "a"), "e1", 2, [new Update(3, "from:before", "{}"u8.ToArray(), default)]));
        contest.Count("h2");
        await spectator.ReachAsync(A, 2);
        Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
    }
}

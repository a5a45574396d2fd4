namespace OrleansContest.Gateway.Tests.Hub;

public sealed class Resuming
{
    private const string A = "contest:a";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_nothing_to_who_is_current(bool isFollowed)
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a").Count("h1", "h1");
        await using var other = isFollowed ? await Spectator.OfAsync(gateway, A) : null;
        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 2));
        await spectator.HearsNothingAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_what_was_missed_in_order(bool isFollowed)
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var other = isFollowed ? await Spectator.OfAsync(gateway, A) : null;
        contest.Count("h1", "h2", "h3", "h4");
        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 1));
        await spectator.ReachAsync(A, 4);
        contest.Count("h5");
        await spectator.ReachAsync(A, 5);

        Assert.Equal([2, 3, 4, 5], spectator.ChainOf(A).Singles);
        Assert.Equal(0, spectator.ChainOf(A).Fulls);
    }

    [Theory]
    [InlineData("other:1")]
    [InlineData("e1:99")]
    [InlineData("e1:-1")]
    [InlineData("e1")]
    [InlineData("")]
    [InlineData("e1:9223372036854775807")]
    public async Task Gives_the_full_state_to_who_has_no_position_of_this_channel(string since)
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1", "h2");
        await using var other = await Spectator.OfAsync(gateway, A);
        await using var spectator = await Spectator.OfAsync(gateway, A, $""","since":"{since}" """);

        var full = await spectator.NextAsync();
        Assert.Equal(("full", 2L), ((string?)full["type"], (long?)full["seq"]));
        Assert.Null(full["prev"]);
        contest.Count("h1");
        await spectator.ReachAsync(A, 3);
    }

    [Fact]
    public async Task Gives_the_full_state_where_it_is_shorter_than_what_was_missed()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ResumeBytes"] = "0" });
        var contest = gateway.Channels.Contest("a");
        await using var other = await Spectator.OfAsync(gateway, A);
        for (var i = 0; i < 20; i++)
        {
            contest.Count("h1");
        }

        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 2));
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);
        Assert.Equal(20, spectator.ChainOf(A).Counters["h1"]);
    }

    [Fact]
    public async Task Gives_what_was_missed_where_that_is_shorter_than_the_full_state()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ResumeBytes"] = "0" });
        var contest = gateway.Channels.Contest("a");
        contest.Ballast = 100_000;
        await using var other = await Spectator.OfAsync(gateway, A);
        for (var i = 0; i < 20; i++)
        {
            contest.Count("h1");
        }

        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 2));
        await spectator.ReachAsync(A, 20);
        Assert.Equal(0, spectator.ChainOf(A).Fulls);
    }

    [Fact]
    public async Task Asks_the_channel_for_what_the_feed_has_let_go()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:RecentUpdates"] = "3" });
        var contest = gateway.Channels.Contest("a");
        await using var other = await Spectator.OfAsync(gateway, A);
        for (var i = 0; i < 20; i++)
        {
            contest.Count("h1");
        }

        await other.ReachAsync(A, 20);
        var calls = contest.Calls;
        var returned = await Task.WhenAll(Enumerable.Range(5, 10).Select(seq => Spectator.ReturnAsync(gateway, A, new Chain("e1", seq))));
        contest.Count("h2");
        foreach (var spectator in returned)
        {
            await spectator.ReachAsync(A, 21);
            Assert.Equal(0, spectator.ChainOf(A).Fulls);
            await spectator.DisposeAsync();
        }

        Assert.InRange(contest.Calls - calls, 1, 10);
    }

    [Fact]
    public async Task Gives_the_full_state_where_the_channel_has_let_go_too()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:RecentUpdates"] = "3" });
        var contest = gateway.Channels.Contest("a");
        contest.Remembers = 3;
        await using var other = await Spectator.OfAsync(gateway, A);
        for (var i = 0; i < 20; i++)
        {
            contest.Count("h1");
        }

        await other.ReachAsync(A, 20);
        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 5));
        Assert.Equal(20, (long?)(await spectator.NextAsync("full"))["seq"]);
    }

    [Fact]
    public async Task May_be_asked_for_in_the_address()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1", "h2", "h3");
        await using var spectator = await Spectator.ConnectAsync(new Uri($"{gateway.Socket}?token=whatever&since=e1:1"));
        await spectator.SubscribeAsync(A);
        Assert.Equal(2, (long?)(await spectator.NextUncheckedAsync())["seq"]);
        Assert.Equal(3, (long?)(await spectator.NextUncheckedAsync())["seq"]);

        await spectator.SubscribeAsync(A);
        Assert.Equal("full", (string?)(await spectator.NextUncheckedAsync())["type"]);
    }

    [Fact]
    public async Task Waits_for_updates_of_which_another_gateway_told_first()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Loses = _ => true;
        await using var other = await Spectator.OfAsync(gateway, A);
        await other.NextAsync("full");
        contest.Count("h1", "h1", "h1");

        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 2));
        await spectator.ReachAsync(A, 3);
        await other.ReachAsync(A, 3);
        Assert.Equal([3], spectator.ChainOf(A).Singles);
    }
}

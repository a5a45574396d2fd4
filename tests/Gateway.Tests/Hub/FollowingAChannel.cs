namespace OrleansContest.Gateway.Tests.Hub;

public sealed class FollowingAChannel
{
    private const string A = "contest:a";

    [Fact]
    public async Task Begins_with_the_full_state_and_goes_on_with_each_update()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1", "h2");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);

        contest.Count("h1");
        contest.Count("h2", "h2");
        await spectator.ReachAsync(A, 5);

        Assert.Equal([3, 4, 5], spectator.ChainOf(A).Singles);
        Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
    }

    [Fact]
    public async Task Ends_with_the_answer_to_unsubscribe()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await using var other = await Spectator.OfAsync(gateway, A);

        await spectator.SayAsync($$"""{"type":"unsubscribe","channel":"{{A}}"}""");
        await spectator.NextAsync("unsubscribed");
        contest.Count("h1");

        await other.ReachAsync(A, 1);
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Goes_on_side_by_side_with_other_channels()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a");
        gateway.Channels.Contest("b").Count("h1");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.SubscribeAsync("contest:b");
        gateway.Channels.Contest("b").Count("h1");
        await spectator.ReachAsync("contest:b", 2);

        Assert.Equal(2, spectator.ChainOf("contest:b").Counters["h1"]);
        Assert.Empty(spectator.ChainOf(A).Counters);
    }

    [Fact]
    public async Task Starts_anew_when_subscribed_again()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        contest.Count("h1");
        await spectator.ReachAsync(A, 1);

        await spectator.SubscribeAsync(A);
        await spectator.NextAsync("full");
        contest.Count("h1");
        await spectator.ReachAsync(A, 2);

        Assert.Equal(2, spectator.ChainOf(A).Counters["h1"]);
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Ends_for_the_gateway_some_time_after_the_last_spectator_left()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ReleaseAfter"] = "00:00:00" });
        var contest = gateway.Channels.Contest("a");
        await using (var spectator = await Spectator.OfAsync(gateway, A))
        {
            Assert.Equal(1, contest.Followers);
        }

        await Until.TrueAsync(() => contest.Followers == 0);
        await using var another = await Spectator.OfAsync(gateway, A);
        contest.Count("h1");
        await another.ReachAsync(A, 1);
    }
}

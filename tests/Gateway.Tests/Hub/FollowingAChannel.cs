namespace OrleansContest.Gateway.Tests.Hub;

public sealed class FollowingAChannel
{
    [Fact]
    public async Task Begins_with_the_full_state_and_goes_on_with_each_update()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1", "h2");
        await using var spectator = await Spectator.OfAsync(gateway, "contest:a");
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);

        contest.Count("h1");
        contest.Count("h2", "h2");
        await spectator.ReachAsync("contest:a", 5);

        Assert.Equal([3, 4, 5], spectator.ChainOf("contest:a").Singles);
        Assert.Equal(contest.Counters, spectator.ChainOf("contest:a").Counters);
    }
}

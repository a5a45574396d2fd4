namespace OrleansContest.Gateway.Tests.Hub;

public sealed class JoiningAllAtOnce
{
    private const string A = "contest:a";

    [Fact]
    public async Task Asks_the_channel_once_while_nothing_changes()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:FullAge"] = "00:10:00" });
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1");
        var spectators = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Spectator.OfAsync(gateway, A)));

        foreach (var spectator in spectators)
        {
            await spectator.ReachAsync(A, 1);
            await spectator.DisposeAsync();
        }

        Assert.Equal(1, contest.Calls);
        Assert.Equal(1, contest.Followers);
    }

    [Fact]
    public async Task Begins_with_all_that_was_there_before()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        for (var i = 1; i <= 5; i++)
        {
            contest.Count("h1");
            await using var spectator = await Spectator.OfAsync(gateway, A);
            Assert.Equal(i, (long)(await spectator.NextAsync("full"))["seq"]!);
        }
    }

    [Fact]
    public async Task Asks_the_channel_few_times_while_it_changes_all_the_time()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:FullsPerSecond"] = "2" });
        var contest = gateway.Channels.Contest("a");
        contest.Delay = () => Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var spectators = new List<Spectator>();
        for (var wave = 0; wave < 40; wave++)
        {
            spectators.AddRange(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Spectator.OfAsync(gateway, A))));
            contest.Count("h1", "h2", "h3");
        }

        foreach (var spectator in spectators)
        {
            await spectator.ReachAsync(A, 120);
            Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
            await spectator.DisposeAsync();
        }

        Assert.InRange(contest.Calls, 1, 25);
    }
}

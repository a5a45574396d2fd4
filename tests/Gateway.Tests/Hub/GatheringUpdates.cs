using OrleansContest.Gateway.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class GatheringUpdates
{
    private const string A = "contest:a";
    private const int crowd = 25;

    private static readonly TimeSpan gap = TimeSpan.FromMilliseconds(1.25);

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    [InlineData(400, 20)]
    [InlineData(1_000, 50)]
    [InlineData(20_000, 50)]
    public void Takes_the_longer_the_more_there_are_to_be_told(int audience, double milliseconds)
    {
        var gathering = Gathering();
        gathering.Tell();
        Assert.Equal(milliseconds == 0 ? null : TimeSpan.FromMilliseconds(milliseconds), gathering.Left(audience, 1));
    }

    [Fact]
    public void Is_over_after_a_silence_of_that_length()
    {
        var gathering = Gathering();
        Assert.Null(gathering.Left(1_000, 1));
        gathering.Tell();
        clock.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(TimeSpan.FromMilliseconds(20), gathering.Left(1_000, 1));
        clock.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Null(gathering.Left(1_000, 1));
    }

    [Fact]
    public void Ends_early_with_a_quarter_of_what_may_wait_for_anybody()
    {
        var gathering = Gathering();
        gathering.Tell();
        Assert.NotNull(gathering.Left(1_000, 63));
        Assert.Null(gathering.Left(1_000, 64));
    }

    [Fact]
    public void Can_be_left_out()
    {
        var gathering = Gathering(TimeSpan.Zero);
        gathering.Tell();
        Assert.Null(gathering.Left(1_000, 1));
    }

    [Fact]
    public async Task Sends_the_first_at_once_and_the_next_together()
    {
        await using var gateway = await TestGateway.StartAsync(clock: clock);
        var contest = gateway.Channels.Contest("a");
        var spectators = await Task.WhenAll(Enumerable.Range(0, crowd).Select(_ => Spectator.OfAsync(gateway, A)));
        contest.Count("h1");
        await Task.WhenAll(spectators.Select(spectator => spectator.ReachAsync(A, 1)));

        contest.Count("h1");
        contest.Count("h2");
        await using var newcomer = await Spectator.ConnectAsync(gateway.Socket);
        await newcomer.SayAsync($$"""{"type":"subscribe","channel":"{{A}}"}""");
        await Task.WhenAll(spectators.Select(spectator => spectator.HearsNothingAsync()));

        var reached = Task.WhenAll(spectators.Select(spectator => spectator.ReachAsync(A, 3)));
        await Until.TrueAsync(() =>
        {
            clock.Advance(gap);
            return reached.IsCompleted;
        });
        await reached;
        await newcomer.ReachAsync(A, 3);
        Assert.All(spectators, spectator => Assert.Equal([1, 2, 3], spectator.ChainOf(A).Singles));
        await Task.WhenAll(spectators.Select(spectator => spectator.DisposeAsync().AsTask()));
    }

    private Gathering Gathering(TimeSpan? most = null) =>
        new(new FeedOptions { GatherFor = most ?? new FeedOptions().GatherFor }, new SocketOptions(), clock);
}

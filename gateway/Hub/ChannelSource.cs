using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>One channel of the engine.</summary>
/// <param name="channels">The engine.</param>
/// <param name="channel">Which one.</param>
/// <param name="seats">What its spectators take when they subscribe.</param>
/// <param name="gone">Why they are closed once it is deleted; null where it cannot be.</param>
internal sealed class ChannelSource(IChannels channels, ChannelId channel, SeatPlan? seats, string? gone = null) : IFeedSource
{
    public string Channel { get; } = channel.ToString();

    public SeatPlan? Seats => seats;

    public string? Gone => gone;

    public Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken) =>
        channels.FollowAsync(channel, observer, cancellationToken);

    public Task<CatchUp?> CatchUpAsync(Position? since) => channels.Get(channel).CatchUp(since);
}

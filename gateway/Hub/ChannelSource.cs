using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>One channel of the engine.</summary>
internal sealed class ChannelSource(IChannels channels, ChannelId channel) : IFeedSource
{
    public string Channel { get; } = channel.ToString();

    public Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken) =>
        channels.FollowAsync(channel, observer, cancellationToken);

    public Task<CatchUp?> CatchUpAsync(Position? since) => channels.Get(channel).CatchUp(since);
}

using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>An engine whose updates are lost on their way: what comes is only where a channel stands, as a cluster's relays tell it.</summary>
internal sealed class PositionsOnly(IChannels engine) : IChannels
{
    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel => engine.Get<TChannel>(id);

    public IChannel Get(ChannelId channel) => engine.Get(channel);

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) => engine.ListAsync(kind, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
        engine.FollowAsync(channel, new Forgetful(observer), cancellationToken);

    private sealed class Forgetful(IChannelObserver observer) : IChannelObserver
    {
        public void Published(UpdateBatch batch) => observer.Published(batch with { After = batch.Last, Updates = [] });
    }
}

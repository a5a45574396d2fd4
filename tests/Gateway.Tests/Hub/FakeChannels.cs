using System.Collections.Concurrent;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>An engine that does what a test tells it to.</summary>
internal sealed class FakeChannels : IChannels
{
    private readonly ConcurrentDictionary<ChannelId, FakeChannel> channels = new();

    /// <summary>The contest of that id, which exists from now on.</summary>
    public FakeChannel Contest(string id) => channels.GetOrAdd(new ChannelId("contest", id), name => new FakeChannel(name));

    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel =>
        throw new NotSupportedException("The hub asks channels of any kind.");

    public IChannel Get(ChannelId channel) => channels.TryGetValue(channel, out var found) ? found : new NoChannel();

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. channels.Keys.Where(id => id.Kind == kind).Select(id => id.Id).Order(StringComparer.Ordinal)]);

    public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
        Task.FromResult(channels.TryGetValue(channel, out var found) ? found.Follow(observer) : new NotFollowing());

    private sealed class NoChannel : IChannel
    {
        public Task<CatchUp?> CatchUp(Position? since) => Task.FromResult<CatchUp?>(null);
    }

    private sealed class NotFollowing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

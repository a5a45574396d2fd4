using System.Collections.Concurrent;
using System.Collections.Immutable;
using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Hands updates to the followers of a channel, within this process.</summary>
internal sealed class LocalFanOut : IUpdatePublisher
{
    private readonly ConcurrentDictionary<ChannelId, ImmutableArray<IChannelObserver>> followers = new();

    public bool IsFollowed(ChannelId channel) => followers.ContainsKey(channel);

    public IAsyncDisposable Follow(ChannelId channel, IChannelObserver observer)
    {
        followers.AddOrUpdate(channel, [observer], (_, present) => present.Add(observer));
        return new Following(this, channel, observer);
    }

    public void Publish(UpdateBatch batch)
    {
        if (followers.TryGetValue(batch.Channel, out var present))
        {
            foreach (var observer in present)
            {
                observer.Published(batch);
            }
        }
    }

    private void Leave(ChannelId channel, IChannelObserver observer)
    {
        var rest = followers.AddOrUpdate(channel, [], (_, present) => present.Remove(observer));
        if (rest.IsEmpty)
        {
            followers.TryRemove(KeyValuePair.Create(channel, rest));
        }
    }

    private sealed class Following(LocalFanOut fanOut, ChannelId channel, IChannelObserver observer) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            fanOut.Leave(channel, observer);
            return ValueTask.CompletedTask;
        }
    }
}

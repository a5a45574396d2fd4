using Microsoft.Extensions.Options;

namespace OrleansContest.Gateway.Hub;

/// <summary>The feeds of this gateway: at most one per channel, opened when first wanted.</summary>
internal sealed class FeedDirectory(
    IEnumerable<IFeedKind> kinds, IOptions<FeedOptions> options, IOptions<SocketOptions> sockets, FeedTools tools)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Feed> feeds = [];

    /// <summary>Subscribes to a channel, as it is called in subscriptions.</summary>
    /// <returns>The outcome, and the feed if it is <see cref="JoinOutcome.Joined"/>.</returns>
    public async Task<(JoinOutcome Outcome, Feed? Feed)> JoinAsync(string channel, Subscription subscription)
    {
        while (Open(channel) is { } feed)
        {
            var outcome = await feed.JoinAsync(subscription);
            if (outcome != JoinOutcome.Closed)
            {
                return (outcome, outcome == JoinOutcome.Joined ? feed : null);
            }
        }

        return (JoinOutcome.Unknown, null);
    }

    /// <summary>Whether a channel can have that name.</summary>
    public bool Knows(string channel)
    {
        lock (gate)
        {
            return feeds.ContainsKey(channel) || Find(channel) is not null;
        }
    }

    /// <summary>The feed of a channel; null when no channel can have that name.</summary>
    public Feed? Open(string channel)
    {
        lock (gate)
        {
            if (!feeds.TryGetValue(channel, out var feed) && Find(channel) is { } source)
            {
                feeds[channel] = feed = new Feed(source, options.Value, sockets.Value, tools, Forget);
            }

            return feed;
        }
    }

    private IFeedSource? Find(string channel) => kinds.Select(kind => kind.Find(channel, this)).FirstOrDefault(found => found is not null);

    private void Forget(Feed feed)
    {
        lock (gate)
        {
            feeds.Remove(feed.Channel);
        }
    }
}

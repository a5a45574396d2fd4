using Microsoft.Extensions.Options;

namespace OrleansContest.Gateway.Hub;

/// <summary>The feeds of this gateway: at most one per channel, opened when first wanted.</summary>
internal sealed class FeedDirectory(
    IEnumerable<IFeedKind> kinds, SeatDirectory seats, IOptions<FeedOptions> options, IOptions<SocketOptions> sockets, FeedTools tools)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Feed> feeds = [];

    /// <summary>Subscribes to a channel, as it is called in subscriptions, and takes a seat if one is wanted there.</summary>
    /// <returns>The outcome, and the feed if it is <see cref="JoinOutcome.Joined"/>; if it is not, the subscription has ended.</returns>
    public async Task<(JoinOutcome Outcome, Feed? Feed)> JoinAsync(string channel, Subscription subscription)
    {
        while (Open(channel) is { } feed)
        {
            var outcome = await JoinAsync(feed, subscription);
            if (outcome == JoinOutcome.Joined)
            {
                return (outcome, feed);
            }

            if (outcome != JoinOutcome.Closed)
            {
                subscription.End();
                return (outcome, null);
            }
        }

        subscription.End();
        return (JoinOutcome.Unknown, null);
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

    private async Task<JoinOutcome> JoinAsync(Feed feed, Subscription subscription)
    {
        var outcome = await feed.FindAsync(subscription);
        if (outcome != JoinOutcome.Found)
        {
            return outcome;
        }

        outcome = await SeatAsync(feed.Seats, subscription);
        if (outcome != JoinOutcome.Found)
        {
            feed.Drop(subscription);
            return outcome;
        }

        return await feed.JoinAsync(subscription);
    }

    private async Task<JoinOutcome> SeatAsync(SeatPlan? plan, Subscription subscription)
    {
        if (plan is null || subscription.Seat is not null)
        {
            return JoinOutcome.Found;
        }

        var (outcome, seat) = await seats.TakeAsync(plan);
        if (seat is not null)
        {
            subscription.Take(seat);
        }

        return outcome switch
        {
            SeatOutcome.Seated => JoinOutcome.Found,
            SeatOutcome.Full => JoinOutcome.Full,
            _ => JoinOutcome.Unavailable,
        };
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

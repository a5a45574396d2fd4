using System.Collections.Concurrent;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Who watches pileups at this gateway, and how they come in.</summary>
internal sealed class PileupAudience(FeedDirectory feeds, SeatDirectory seats, PileupOptions options, GatewayMetrics metrics)
{
    private readonly ConcurrentDictionary<string, int> operators = new(StringComparer.Ordinal);

    /// <summary>Subscribes to a pileup.</summary>
    /// <param name="pileup">Which one.</param>
    /// <param name="subscription">Ends if it does not come in.</param>
    /// <param name="needsSeat">Whether it counts as one of the pileup's connections.</param>
    /// <param name="ready">Takes the feed at once when it comes in.</param>
    public async Task<JoinOutcome> EnterAsync(string pileup, Subscription subscription, bool needsSeat, Action<Feed> ready)
    {
        var seated = needsSeat ? await SitAsync(pileup, subscription) : JoinOutcome.Found;
        if (seated != JoinOutcome.Found)
        {
            subscription.End();
            return seated;
        }

        var (outcome, feed) = await feeds.JoinAsync(PileupFeeds.NameOf(pileup), subscription);
        if (feed is not null)
        {
            metrics.Subscribed();
            ready(feed);
        }

        return outcome;
    }

    public void Leave(Feed feed, Subscription subscription)
    {
        metrics.Unsubscribed(1);
        feed.Drop(subscription);
    }

    /// <summary>How many WebSocket connections a pileup has, over all gateways as far as this one knows.</summary>
    public async Task<int> CountAsync(string pileup) => await seats.CountAsync(Id(pileup)) ?? 1;

    /// <summary>How many connections at this gateway have shown to be the operator's.</summary>
    public int CountOperators(string pileup) => operators.GetValueOrDefault(pileup);

    public void OperatorCame(string pileup) => operators.AddOrUpdate(pileup, 1, (_, count) => count + 1);

    public void OperatorLeft(string pileup) => operators.AddOrUpdate(pileup, 0, (_, count) => count - 1);

    private async Task<JoinOutcome> SitAsync(string pileup, Subscription subscription)
    {
        var (outcome, seat) = await seats.TakeAsync(new SeatPlan(Id(pileup), options.Connections));
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

    private static ChannelId Id(string pileup) => new("pileup", pileup);
}

using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>Who watches events at this gateway, and what closes their sockets.</summary>
internal sealed class EventAudience(FeedDirectory feeds, EventFrames dialect, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Feed, EventEnding> endings = [];

    public FeedDirectory Feeds => feeds;

    public IDialect Dialect => dialect;

    public void Enter(Feed feed, SpectatorSocket socket)
    {
        lock (gate)
        {
            if (!endings.TryGetValue(feed, out var ending))
            {
                endings.Add(feed, ending = new EventEnding(clock));
                feed.Join(ending);
            }

            ending.Enter(socket);
        }
    }

    public void Leave(Feed feed, SpectatorSocket socket)
    {
        lock (gate)
        {
            if (endings[feed].Leave(socket))
            {
                feed.Leave(endings[feed]);
                endings.Remove(feed, out var ending);
                ending!.Dispose();
            }
        }
    }
}

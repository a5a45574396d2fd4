using System.Net.WebSockets;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>One client's stay in a pileup, by whatever door: comes in when the connection opens, leaves when it ends.</summary>
/// <param name="socket">The connection.</param>
/// <param name="pileup">Which pileup.</param>
/// <param name="audience">Who lets it in.</param>
internal sealed class PileupVisit(SpectatorSocket socket, string pileup, PileupAudience audience)
{
    private const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    private const string Unavailable = "This pileup cannot be shown now; try again in a moment";

    private readonly Lock gate = new();
    private readonly TaskCompletionSource arriving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Subscription? subscription;
    private Feed? feed;
    private bool isOver;

    /// <summary>Completes when the client has been told the state or what it missed of it, or never will be.</summary>
    public Task Arriving => arriving.Task;

    public async Task BeginAsync(VariantKey key, Cursor since, IDialect? ownFull, bool needsSeat)
    {
        socket.IsSpectating = true;
        var wish = new Subscription(socket, key, since, welcome: null) { OwnFull = ownFull, Arriving = arriving };
        var outcome = await audience.EnterAsync(pileup, wish, needsSeat, found => Enter(wish, found));
        if (outcome != JoinOutcome.Joined)
        {
            Refuse(outcome == JoinOutcome.Full ? "Server overloaded" : Unavailable);
            arriving.TrySetResult();
        }
    }

    /// <summary>Sends the client away.</summary>
    public void Refuse(string reason = Unavailable) => socket.Close(TryAgainLater, reason);

    public void End()
    {
        lock (gate)
        {
            isOver = true;
            LeaveIfIn();
        }

        arriving.TrySetResult();
    }

    private void Enter(Subscription wish, Feed found)
    {
        lock (gate)
        {
            (subscription, feed) = (wish, found);
            if (isOver)
            {
                LeaveIfIn();
            }
        }
    }

    private void LeaveIfIn()
    {
        if (feed is not null)
        {
            audience.Leave(feed, subscription!);
            feed = null;
        }
    }
}

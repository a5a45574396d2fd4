using System.Net.WebSockets;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>One spectator of one event: is told, and not listened to.</summary>
internal sealed class EventSocket(SpectatorSocket socket, string channel, Cursor since, EventAudience audience) : IConversation
{
    private readonly Lock gate = new();
    private Subscription? subscription;
    private Feed? feed;
    private bool isOver;

    /// <summary>The contract has no message for it.</summary>
    public Block? TooManyMessages => null;

    public Block Farewell { get; } = ReplyBlock.Text(
        """{"type":"shutdown","data":{"message":"The server is going away; come back at a random moment within 10 s","reconnectWithin":10000}}"""u8);

    public Task Joining { get; private set; } = Task.CompletedTask;

    public void Open()
    {
        socket.IsSpectating = true;
        Joining = JoinAsync();
    }

    public ValueTask HearAsync(ReadOnlyMemory<byte> text) => ValueTask.CompletedTask;

    public void End()
    {
        lock (gate)
        {
            isOver = true;
            LeaveIfJoined();
        }
    }

    private async Task JoinAsync()
    {
        var wish = new Subscription(socket, new VariantKey(audience.Dialect, ShownUpdates.Only), since, welcome: null);
        var (outcome, joined) = await audience.Feeds.JoinAsync(channel, wish);
        if (joined is null)
        {
            Refuse(outcome);
            return;
        }

        lock (gate)
        {
            (subscription, feed) = (wish, joined);
            audience.Enter(joined, socket);
            if (isOver)
            {
                LeaveIfJoined();
            }
        }
    }

    private void LeaveIfJoined()
    {
        if (feed is not null)
        {
            audience.Leave(feed, socket);
            feed.Drop(subscription!);
            feed = null;
        }
    }

    /// <summary>Between the gate and here the event has gone, or its engine.</summary>
    private void Refuse(JoinOutcome outcome)
    {
        if (outcome == JoinOutcome.Unknown)
        {
            socket.Close(WebSocketCloseStatus.NormalClosure, EventEnding.Deleted);
        }
        else
        {
            socket.Close((WebSocketCloseStatus)1013, "This event cannot be shown now; try again in a moment");
        }
    }
}

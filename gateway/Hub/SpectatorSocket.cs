using System.Net.WebSockets;

namespace OrleansContest.Gateway.Hub;

/// <summary>One open socket: what waits for it, and when it must go.</summary>
internal sealed class SpectatorSocket
{
    private const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;
    private const byte CloseFrame = 0x88;
    private const byte PingFrame = 0x89;
    private const byte PongFrame = 0x8A;

    private static readonly TimeSpan lingering = TimeSpan.FromSeconds(1);

    private readonly HttpContext request;
    private readonly SocketOptions options;
    private readonly GatewayMetrics metrics;
    private readonly TimeProvider clock;
    private WebSocket? webSocket;
    private TaskCompletionSource? ending;
    private Task closing = Task.CompletedTask;
    private long closingSince;
    private long heardAt;

    public SpectatorSocket(HttpContext request, SocketOptions options, GatewayMetrics metrics, TimeProvider clock)
    {
        (this.request, this.options, this.metrics, this.clock) = (request, options, metrics, clock);
        Outbox = new Outbox(options);
        Writer = new SocketWriter(Outbox, metrics, clock);
        Writer.Broken += Abort;
        Rate = new MessageRate(options, clock);
        // Whatever clock the channels go by, the network goes by this one.
        Heartbeat = new Heartbeat(options, () => Writer.Taken, TimeProvider.System);
        heardAt = clock.GetTimestamp();
    }

    public Outbox Outbox { get; }

    public SocketWriter Writer { get; }

    public MessageRate Rate { get; }

    public Heartbeat Heartbeat { get; }

    /// <summary>Whether the client has subscribed to anything; one that has not may not stay silent for long.</summary>
    public bool IsSpectating { get; set; }

    /// <summary>Whether a close frame was sent.</summary>
    public bool HasSaidGoodbye { get; private set; }

    public bool IsClosing => Volatile.Read(ref closingSince) != 0;

    public void Attach(WebSocket socket) => webSocket = socket;

    /// <summary>The same for a stream, which has no close frame: it just ends.</summary>
    public void Attach(TaskCompletionSource end) => ending = end;

    public void Heard() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    /// <summary>Sends an answer. A client that asks on and on and reads none of it is closed.</summary>
    public void Answer(Block answer)
    {
        var admission = Outbox.TryAnswer(answer);
        Writer.Start(admission);
        if (admission == Admission.Refused)
        {
            CloseAsSlow();
        }
    }

    /// <summary>Keeps updates back: a request is under way whose answer goes before what it causes.</summary>
    public void HoldUpdates() => Outbox.Hold();

    /// <summary>Sends what was kept back.</summary>
    public void ReleaseUpdates() => Writer.Start(Outbox.Release());

    /// <summary>Sends a control frame of the framework's. A pong means that the client has sent a ping, which counts as a message.</summary>
    public void SendControl(ReadOnlySpan<byte> frame)
    {
        HasSaidGoodbye |= frame[0] == CloseFrame;
        if (frame[0] == PongFrame && Rate.Spend() == Allowance.Exhausted)
        {
            CloseForTalking();
        }

        Writer.Start(Outbox.AddControl(frame));
    }

    public void CloseForWantOfSeat() => Close(TryAgainLater, "No seat left; try again later");

    public void CloseForTalking() => Close(WebSocketCloseStatus.PolicyViolation, "Too many messages");

    /// <summary>Closes the socket once what waits has left. The first call decides the code.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        if ((webSocket is not null || ending is not null) && Interlocked.CompareExchange(ref closingSince, clock.GetTimestamp(), 0) == 0)
        {
            closing = webSocket is null ? Task.CompletedTask : SendCloseAsync(webSocket, status, reason);
            ending?.TrySetResult();
        }
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort()
    {
        try
        {
            request.Abort();
        }
        catch (ObjectDisposedException)
        {
            // Its request ended just now: there is nothing left to cut.
        }
    }

    /// <summary>
    /// Ends a connection that broke. If it was the peer that broke the protocol, the framework has sent it a close frame; what it
    /// still sends is then taken for a moment: left unread, it would make the system reset the connection, and lose that frame.
    /// </summary>
    public async Task BreakAsync()
    {
        if (!HasSaidGoodbye)
        {
            Abort();
            return;
        }

        Close(WebSocketCloseStatus.ProtocolError, "");
        await ClosedAsync();
        using var moment = new CancellationTokenSource(lingering, clock);
        await Writer.DiscardInputAsync(moment.Token);
    }

    /// <summary>Completes when our close frame and all before it have left, or never will.</summary>
    public async Task ClosedAsync()
    {
        await closing;
        await Writer.FlushedAsync();
    }

    /// <summary>Whether little waits, and the write under way has not been under way for longer than this.</summary>
    public bool KeepsUp(TimeSpan within) => Outbox.IsRoomy && !(Writer.StalledFor() > within);

    /// <summary>Looks whether the socket has been silent, or stuck, or closing, for too long.</summary>
    public void Sweep()
    {
        if (IsClosing)
        {
            AbortIf(clock.GetElapsedTime(Volatile.Read(ref closingSince)) > options.CloseWithin);
        }
        else if (Writer.StalledFor() > options.StallAfter)
        {
            CloseAsSlow();
        }
        else if (!IsSpectating && clock.GetElapsedTime(Volatile.Read(ref heardAt)) > options.IdleAfter)
        {
            Close(WebSocketCloseStatus.PolicyViolation, "Nothing subscribed");
        }
        else if (webSocket is not null)
        {
            Feel();
        }
    }

    private void Feel()
    {
        var pulse = Heartbeat.Look();
        if (pulse == Pulse.Ask)
        {
            SendControl([PingFrame, 0]);
        }
        else if (pulse == Pulse.Gone)
        {
            Abort();
        }
    }

    private static async Task SendCloseAsync(WebSocket socket, WebSocketCloseStatus status, string reason)
    {
        try
        {
            await socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer was faster, or is gone: there is nobody to tell.
        }
    }

    private void CloseAsSlow()
    {
        metrics.SlowClosed();
        Outbox.Clear();
        Close(TryAgainLater, "Too slow");
    }

    private void AbortIf(bool isOverdue)
    {
        if (isOverdue)
        {
            Abort();
        }
    }
}

using System.Net.Sockets;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Crowd;

/// <summary>
/// One spectator: it connects, subscribes, follows, and comes back with the position that it has. It keeps no state of its own, but where it
/// stands in what all spectators of its channel know.
/// </summary>
/// <param name="number">Its number in the run; negative ones are auditors.</param>
/// <param name="temper">How it behaves.</param>
/// <param name="watch">What it watches.</param>
/// <param name="tools">What it shares with the others.</param>
/// <param name="comeBack">Is told when it has lost its connection, and whether it wanted to.</param>
internal sealed class Spectator(int number, Temper temper, Watch watch, CrowdTools tools, Action<Spectator, bool> comeBack) : ICaller, IFrameHandler, IStreamHandler
{
    private const int dialing = 0;
    private const int standing = 1;
    private const int ended = 2;

    private ILine? line;
    private int phase;
    private State? at;
    private string? since;
    private long dueAt;
    private long measuredFrom;
    private bool isReady;
    private bool isReturning;
    private bool isSubscribed;
    private bool isBroken;
    private bool isLeaving;
    private bool isReleased;

    public int Number => number;

    public Temper Temper => temper;

    public Watch Watch => watch;

    /// <summary>Where it stands; null before the first state.</summary>
    public State? At => Volatile.Read(ref at);

    /// <summary>Bytes received on the connection that stands.</summary>
    public long BytesOpen => Volatile.Read(ref line)?.BytesReceived ?? 0;

    public int Failed { get; private set; }

    public string Name => number < 0 ? $"an auditor of {watch.Channel.Id}" : $"spectator {number} ({watch.Dialect.Name}, {watch.Channel.Id})";

    private bool IsHeld => temper is Temper.Slow or Temper.Stalled && !Volatile.Read(ref isReleased);

    public async Task<bool> ConnectAsync(long due, CancellationToken cancellationToken)
    {
        Begin(due);
        var plan = tools.PlanOf(this, watch.Dialect.PathOf(watch.Channel.Id, since));
        try
        {
            ILine opened = watch.Dialect.IsStream
                ? await EventStream.ConnectAsync(plan, this, cancellationToken)
                : await WebSocketConnection.ConnectAsync(plan, this, cancellationToken);
            Stood(opened);
            return true;
        }
        catch (Exception fault) when (fault is SocketException or HandshakeException or OperationCanceledException)
        {
            Failed++;
            tools.Failures.Add(fault, cancellationToken.IsCancellationRequested);
            return false;
        }
    }

    public void Vanish()
    {
        Volatile.Write(ref isLeaving, true);
        Volatile.Write(ref measuredFrom, long.MaxValue);
        Volatile.Read(ref line)?.Abort();
    }

    public void Sip()
    {
        if (temper == Temper.Slow)
        {
            Volatile.Read(ref line)?.Resume();
        }
    }

    /// <summary>From now on it reads all, however it behaved.</summary>
    public void Release()
    {
        Volatile.Write(ref isReleased, true);
        Volatile.Read(ref line)?.Resume();
    }

    /// <summary>Ends its connection.</summary>
    public void Leave() => Volatile.Read(ref line)?.Abort();

    void IFrameHandler.Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt) => Take(from, message, receivedAt);

    void IFrameHandler.Closed(WebSocketConnection from, CloseReason reason) => Ended(from, reason);

    void IStreamHandler.Take(EventStream from, ReadOnlySpan<byte> data, long receivedAt) => Take(from, data, receivedAt);

    void IStreamHandler.Ended(EventStream from, CloseReason reason) => Ended(from, reason);

    private void Stood(ILine opened)
    {
        Failed = 0;
        if (watch.Dialect.SubscribesByConnecting)
        {
            Subscribed();
        }

        Interlocked.Add(ref tools.Counts.Compressed, opened is WebSocketConnection { IsCompressed: true } ? 1 : 0);
        Volatile.Write(ref line, opened);
        if (Interlocked.CompareExchange(ref phase, standing, dialing) == ended)
        {
            Volatile.Write(ref line, null); // It was over before it was known here.
            comeBack(this, false);
        }
        else if (number >= 0)
        {
            Interlocked.Increment(ref tools.Counts.Open);
        }
    }

    private void Begin(long due)
    {
        (dueAt, isSubscribed, isBroken, isReturning, phase) = (due, false, false, isReady, dialing);
        since = at?.Position;
        if (Volatile.Read(ref isLeaving))
        {
            Volatile.Write(ref isLeaving, false);
            Volatile.Write(ref measuredFrom, tools.Clock.GetTimestamp());
        }
    }

    private void Take(ILine from, ReadOnlySpan<byte> message, long receivedAt)
    {
        Interlocked.Increment(ref tools.Counts.Messages);
        if (isBroken)
        {
            return;
        }

        try
        {
            Follow(from, message, receivedAt);
        }
        catch (BreachException breach)
        {
            tools.Breaches.Add(Name, breach.Message, message);
            StartAnew(from);
        }

        if (IsHeld && at is not null)
        {
            from.Pause();
        }
    }

    private void Follow(ILine from, ReadOnlySpan<byte> message, long receivedAt)
    {
        if (at?.Find(message) is { } known)
        {
            Move(known, receivedAt);
        }
        else if (at is null && watch.Log.FindFull(message) is { } full)
        {
            Stand(full);
        }
        else if (watch.Dialect.AnswerTo(message, watch.Channel.Id, since) is { } answer)
        {
            from.Send(answer);
        }
        else
        {
            Obey(from, watch.Dialect.Read(message), message, receivedAt);
        }
    }

    private void Obey(ILine from, Reading reading, ReadOnlySpan<byte> message, long receivedAt)
    {
        switch (reading.Meaning)
        {
            case Meaning.Subscribed:
                Subscribed();
                break;
            case Meaning.Refused:
                Failed++;
                tools.Failures.AddRefusal(reading.Why);
                from.Abort();
                break;
            case Meaning.Refresh:
                StartAnew(from);
                break;
            case Meaning.Update or Meaning.Full:
                Move(watch.Log.Take(at, reading, message), receivedAt);
                break;
        }
    }

    private void Move(Step step, long receivedAt)
    {
        Stand(step.To);
        if (temper != Temper.Ordinary)
        {
            return;
        }

        foreach (var sighting in step.Shown)
        {
            if (tools.Schedule.DueAt(sighting.Lane, sighting.Number) is { } due && due >= Volatile.Read(ref measuredFrom))
            {
                tools.Seen.Record(tools.Clock.GetElapsedTime(due, receivedAt));
            }
        }
    }

    private void Stand(State state)
    {
        Volatile.Write(ref at, state);
        if (!isReady)
        {
            isReady = true;
            if (number >= 0)
            {
                Interlocked.Increment(ref tools.Counts.Ready);
                tools.Connected.Record(tools.Clock.GetElapsedTime(dueAt));
            }
        }
    }

    private void Subscribed()
    {
        if (!isSubscribed && isReturning && number >= 0)
        {
            Interlocked.Increment(ref tools.Counts.Returns);
            tools.Returned.Record(tools.Clock.GetElapsedTime(dueAt));
        }

        isSubscribed = true;
    }

    /// <summary>Forgets where it stands, so that one breach is told once.</summary>
    private void StartAnew(ILine from)
    {
        isBroken = true;
        Volatile.Write(ref at, null);
        from.Abort();
    }

    private void Ended(ILine from, CloseReason reason)
    {
        Interlocked.Add(ref tools.Counts.Bytes, from.BytesReceived);
        if (!reason.IsOurs || reason.Code != CloseReason.BrokenOff)
        {
            tools.Failures.AddClose(reason);
        }

        if (Interlocked.Exchange(ref phase, ended) == standing)
        {
            Volatile.Write(ref line, null);
            Interlocked.Add(ref tools.Counts.Open, number >= 0 ? -1 : 0);
            comeBack(this, Volatile.Read(ref isLeaving) || isBroken);
        }
    }
}

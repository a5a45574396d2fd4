using System.Net.Sockets;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>Who has a socket in a quiz: connects, says what it wants, and comes back when the connection is lost.</summary>
/// <param name="number">Its number in the run.</param>
/// <param name="temper">How it reads.</param>
/// <param name="tools">What all share.</param>
/// <param name="comeBack">Is told when it is to come back.</param>
internal abstract class QuizCaller(int number, Temper temper, CrowdTools tools, Action<ICaller> comeBack) : ICaller, IFrameHandler
{
    private ILine? line;
    private bool hasEnded;
    private long dueAt;
    private bool isReady;
    private bool isReturning;
    private bool isLeaving;
    private bool isReleased;

    public int Number => number;

    public Temper Temper => temper;

    public int Failed { get; private set; }

    /// <summary>Who it is, for a person.</summary>
    public abstract string Name { get; }

    public long BytesOpen => Volatile.Read(ref line)?.BytesReceived ?? 0;

    /// <summary>Held while anything of it is touched.</summary>
    protected Lock Gate { get; } = new();

    protected CrowdTools Tools => tools;

    /// <summary>Whether a connection stands.</summary>
    protected bool IsConnected => line is not null;

    /// <summary>When it was away last until it came back on purpose: what was due before is not measured.</summary>
    protected long MeasuredFrom { get; private set; }

    /// <summary>Whether there is nothing more to come back for.</summary>
    protected abstract bool IsOver { get; }

    protected abstract string Path { get; }

    /// <summary>The first thing to say.</summary>
    protected abstract byte[] Greeting { get; }

    public async Task<bool> ConnectAsync(long due, CancellationToken cancellationToken)
    {
        Begin(due);
        try
        {
            Stood(await WebSocketConnection.ConnectAsync(tools.PlanOf(this, Path), this, cancellationToken));
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
        lock (Gate)
        {
            if (!IsOver)
            {
                isLeaving = true;
                line?.Abort();
            }
        }
    }

    public void Sip()
    {
        if (temper == Temper.Slow)
        {
            Volatile.Read(ref line)?.Resume();
        }
    }

    /// <summary>From now on it reads all.</summary>
    public void Release()
    {
        Volatile.Write(ref isReleased, true);
        Volatile.Read(ref line)?.Resume();
    }

    /// <summary>Ends its connection.</summary>
    public void Leave() => Volatile.Read(ref line)?.Abort();

    public void Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt)
    {
        Interlocked.Increment(ref tools.Counts.Messages);
        try
        {
            lock (Gate)
            {
                Hear(from, message, receivedAt);
            }
        }
        catch (BreachException breach)
        {
            tools.Breaches.Add(Name, breach.Message, message);
        }

        if (temper is Temper.Slow or Temper.Stalled && isReady && !Volatile.Read(ref isReleased))
        {
            from.Pause();
        }
    }

    public void Closed(WebSocketConnection from, CloseReason reason)
    {
        Interlocked.Add(ref tools.Counts.Bytes, from.BytesReceived);
        bool wasStanding, isBack;
        lock (Gate)
        {
            wasStanding = line is not null;
            (line, hasEnded) = (null, true);
            Lost(reason, isLeaving);
            isBack = wasStanding && !IsOver;
        }

        Interlocked.Add(ref tools.Counts.Open, wasStanding ? -1 : 0);
        if (isBack)
        {
            comeBack(this);
        }
    }

    /// <summary>Takes a message, under the gate.</summary>
    /// <exception cref="BreachException">It may not come, or what it says is not so.</exception>
    protected abstract void Hear(ILine from, ReadOnlySpan<byte> message, long receivedAt);

    /// <summary>The connection is lost, under the gate.</summary>
    protected virtual void Lost(CloseReason reason, bool wasWanted)
    {
        if (!reason.IsOurs || reason.Code != CloseReason.BrokenOff)
        {
            tools.Failures.AddClose(reason);
        }
    }

    protected void Say(byte[] message) => line?.Send(message);

    /// <summary>It knows how things stand, on this connection.</summary>
    /// <returns>Whether it did not before.</returns>
    protected bool IsNowReady()
    {
        if (!isReady)
        {
            Interlocked.Increment(ref tools.Counts.Ready);
            tools.Connected.Record(tools.Clock.GetElapsedTime(dueAt));
        }
        else if (isReturning)
        {
            Interlocked.Increment(ref tools.Counts.Returns);
            tools.Returned.Record(tools.Clock.GetElapsedTime(dueAt));
        }

        var isNews = !isReady || isReturning;
        (isReady, isReturning) = (true, false);
        return isNews;
    }

    /// <summary>A connection begins, under the gate.</summary>
    protected virtual void Beginning()
    {
    }

    private void Begin(long due)
    {
        lock (Gate)
        {
            (dueAt, hasEnded, isReturning) = (due, false, isReady);
            MeasuredFrom = isLeaving ? tools.Clock.GetTimestamp() : MeasuredFrom;
            isLeaving = false;
            Beginning();
        }
    }

    private void Stood(WebSocketConnection opened)
    {
        lock (Gate)
        {
            Failed = 0;
            Interlocked.Add(ref tools.Counts.Compressed, opened.IsCompressed ? 1 : 0);
            if (!hasEnded)
            {
                Volatile.Write(ref line, opened);
                Interlocked.Increment(ref tools.Counts.Open);
                Say(Greeting);
                return;
            }
        }

        comeBack(this); // It was over before it was known here.
    }
}

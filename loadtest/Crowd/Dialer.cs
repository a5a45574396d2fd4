using System.Threading.Channels;

namespace OrleansContest.LoadTest.Crowd;

/// <summary>Has callers connect when they are due, many at a time.</summary>
internal sealed class Dialer(TimeProvider clock, int seed, TimeSpan returnWithin)
{
    private const int mostAtOnce = 256;

    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly PriorityQueue<ICaller, long> waiting = new();
    private readonly Channel<(ICaller Caller, long Due)> due = Channel.CreateUnbounded<(ICaller, long)>();

    /// <summary>Has a caller connect at a moment.</summary>
    public void At(ICaller caller, long moment)
    {
        lock (gate)
        {
            waiting.Enqueue(caller, moment);
        }
    }

    /// <summary>Has one that lost its connection, or got none, come back at a random moment, later each time that it fails.</summary>
    public void Again(ICaller caller)
    {
        lock (gate)
        {
            var within = returnWithin * Math.Pow(2, Math.Max(0, caller.Failed - 1));
            var pause = (within < longestPause ? within : TimeSpan.FromTicks(Math.Max(longestPause.Ticks, returnWithin.Ticks))) * random.NextDouble();
            waiting.Enqueue(caller, clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency));
        }
    }

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var dialing = Enumerable.Range(0, mostAtOnce).Select(_ => DialAsync(stop)).ToList();
        using var timer = new PeriodicTimer(tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                CallDue();
            }
        }
        catch (OperationCanceledException)
        {
            due.Writer.Complete();
            await Task.WhenAll(dialing);
        }
    }

    private void CallDue()
    {
        lock (gate)
        {
            while (waiting.TryPeek(out var next, out var moment) && moment <= clock.GetTimestamp())
            {
                waiting.Dequeue();
                due.Writer.TryWrite((next, moment));
            }
        }
    }

    private async Task DialAsync(CancellationToken stop)
    {
        await foreach (var (caller, moment) in due.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stop.IsCancellationRequested)
            {
                continue;
            }

            using var deadline = new CancellationTokenSource(patience, clock);
            if (!await caller.ConnectAsync(moment, deadline.Token))
            {
                Again(caller);
            }
        }
    }
}

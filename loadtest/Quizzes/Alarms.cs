namespace OrleansContest.LoadTest.Quizzes;

/// <summary>Does things when they are due, one after another: one timer for all participants.</summary>
internal sealed class Alarms(TimeProvider clock)
{
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(2);

    private readonly Lock gate = new();
    private readonly PriorityQueue<Action, long> waiting = new();

    /// <param name="moment">A timestamp of the clock.</param>
    /// <param name="work">Short; throws nothing.</param>
    public void At(long moment, Action work)
    {
        lock (gate)
        {
            waiting.Enqueue(work, moment);
        }
    }

    public void In(TimeSpan pause, Action work) => At(clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency), work);

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(tick, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                while (Due() is { } work)
                {
                    work();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private Action? Due()
    {
        lock (gate)
        {
            return waiting.TryPeek(out var work, out var moment) && moment <= clock.GetTimestamp() ? waiting.Dequeue() : null;
        }
    }
}

using System.Collections.Concurrent;

namespace OrleansContest.Gateway.Hub;

/// <summary>Does what is posted to it one after another, on the thread pool, and ends each turn when nothing more waits.</summary>
/// <param name="endTurn">Called after all that waited was done.</param>
/// <param name="fail">Called when something threw: a bug. What waits is still done, so whoever waits for it is answered.</param>
internal sealed class Mailbox(Action endTurn, Action<Exception> fail) : IThreadPoolWorkItem
{
    /// <summary>However fast things come, the turn ends at times.</summary>
    private const int MostPerTurn = 1_000;

    private readonly ConcurrentQueue<Action> posted = new();
    private int isScheduled;

    public void Post(Action action)
    {
        posted.Enqueue(action);
        Schedule();
    }

    public void Execute()
    {
        TakeTurn();
        Volatile.Write(ref isScheduled, 0);
        if (!posted.IsEmpty)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        if (Interlocked.Exchange(ref isScheduled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void TakeTurn()
    {
        for (var left = MostPerTurn; left > 0 && posted.TryDequeue(out var action); left--)
        {
            Do(action);
        }

        Do(endTurn);
    }

    private void Do(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault)
        {
            fail(fault);
        }
    }
}

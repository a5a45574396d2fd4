using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>One gateway that follows a relay: one message is under way to it at a time, so a slow one delays nobody.</summary>
internal sealed class RelayedObserver(IUpdateObserver observer, RelayOptions options, GrainsMetrics metrics, TimeProvider clock)
{
    private readonly Queue<UpdateBatch> waiting = [];
    private int waitingWeight;
    private bool sending;
    private long heard = clock.GetTimestamp();

    /// <summary>How long it is since it renewed or answered.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(heard);

    public bool IsSilent => Silence > options.Forget;

    public void Renew() => heard = clock.GetTimestamp();

    /// <summary>Puts a batch on its way. Past the bound the oldest are left out; the gateway sees that by the position.</summary>
    public void Send(UpdateBatch batch)
    {
        waiting.Enqueue(batch);
        waitingWeight += Weight(batch);
        while (waitingWeight > options.MaxWaiting && waiting.Count > 1)
        {
            waitingWeight -= Weight(waiting.Dequeue());
        }

        if (!sending)
        {
            _ = PumpAsync();
        }
    }

    private async Task PumpAsync()
    {
        sending = true;
        while (waiting.TryDequeue(out var batch))
        {
            waitingWeight -= Weight(batch);
            await DeliverAsync(Merge(batch));
        }

        sending = false;
    }

    /// <summary>A delivery that fails is a hole like any other: the gateway finds it, and if it is gone, its silence tells.</summary>
    private async Task DeliverAsync(UpdateBatch batch)
    {
        metrics.Sent(batch);
        await observer.Published(batch).WaitAsync(options.AnswerWithin, clock)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private UpdateBatch Merge(UpdateBatch batch)
    {
        while (waiting.TryPeek(out var next) && batch.IsFollowedBy(next))
        {
            waitingWeight -= Weight(waiting.Dequeue());
            batch = batch.With(next);
        }

        return batch;
    }

    /// <summary>What only tells of the moment, or of the position, takes room too.</summary>
    private static int Weight(UpdateBatch batch) => Math.Max(1, batch.Updates.Count);
}

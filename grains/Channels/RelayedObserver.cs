using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>One gateway that follows a relay: one message is under way to it at a time, so a slow one delays nobody.</summary>
internal sealed class RelayedObserver(IUpdateObserver observer, RelayOptions options, GrainsMetrics metrics, TimeProvider clock)
{
    private readonly Queue<UpdateBatch> waiting = [];
    private int waitingUpdates;
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
        waitingUpdates += batch.Updates.Count;
        while (waitingUpdates > options.MaxWaiting && waiting.Count > 1)
        {
            waitingUpdates -= waiting.Dequeue().Updates.Count;
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
            waitingUpdates -= batch.Updates.Count;
            await DeliverAsync(Merge(batch));
        }

        sending = false;
    }

    /// <summary>A delivery that fails is a hole like any other: the gateway finds it, and if it is gone, its silence tells.</summary>
    private async Task DeliverAsync(UpdateBatch batch)
    {
        metrics.Sent(batch);
        await observer.Published(batch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private UpdateBatch Merge(UpdateBatch batch)
    {
        while (waiting.TryPeek(out var next) && next.After == batch.Last && next.Epoch == batch.Epoch)
        {
            waitingUpdates -= waiting.Dequeue().Updates.Count;
            batch = batch with { Updates = [.. batch.Updates, .. next.Updates] };
        }

        return batch;
    }
}

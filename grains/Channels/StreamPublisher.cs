using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Orleans.Streams;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>Carries a channel's updates to its stream, in order, merging what waits into one message.</summary>
/// <remarks>Best effort: what does not get through is a hole that relays find by its position, and fill from the channel.</remarks>
internal sealed class StreamPublisher(IAsyncStream<UpdateBatch> stream, GrainsMetrics metrics, ILogger logger) : IUpdatePublisher
{
    /// <summary>Updates that one message of the stream carries at most.</summary>
    private const int maxUpdates = 1_000;

    /// <summary>Batches that may wait; older ones are dropped for newer ones, which shows the hole at once.</summary>
    private readonly Channel<UpdateBatch> waiting =
        Channel.CreateBounded<UpdateBatch>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });

    private int pumping;

    public void Publish(UpdateBatch batch)
    {
        waiting.Writer.TryWrite(batch);
        if (Interlocked.Exchange(ref pumping, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static publisher => _ = publisher.PumpAsync(), this, preferLocal: false);
        }
    }

    private async Task PumpAsync()
    {
        do
        {
            while (waiting.Reader.TryRead(out var batch))
            {
                await SendAsync(Merge(batch));
            }

            Volatile.Write(ref pumping, 0);
        }
        while (waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref pumping, 1) == 0);
    }

    private async Task SendAsync(UpdateBatch batch)
    {
        try
        {
            metrics.Published();
            await stream.OnNextAsync(batch);
        }
        catch (Exception fault)
        {
            GrainsLog.NotPublished(logger, fault, batch.Channel.ToString(), batch.After + 1, batch.Last);
        }
    }

    private UpdateBatch Merge(UpdateBatch batch)
    {
        while (batch.Updates.Count < maxUpdates
            && waiting.Reader.TryPeek(out var next)
            && batch.IsFollowedBy(next)
            && waiting.Reader.TryRead(out next))
        {
            batch = batch.With(next);
        }

        return batch;
    }
}

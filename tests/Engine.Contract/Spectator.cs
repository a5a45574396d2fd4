using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Engine;

/// <summary>Follows a channel and keeps a list without holes or repeats, filling what delivery leaves out as a gateway does.</summary>
public sealed class Spectator(IChannel channel) : IChannelObserver
{
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Queue<UpdateBatch> batches = [];
    private readonly List<Update> seen = [];
    private Position? at;

    /// <summary>The updates since the beginning, or since the last full state.</summary>
    public IReadOnlyList<Update> Seen => seen;

    /// <summary>What was last said of the moment; null while nothing was.</summary>
    public Moments? Present { get; private set; }

    /// <summary>Where the last full state was taken, if it was cheaper than what a hole left out.</summary>
    public long StartedAt { get; private set; }

    public void Published(UpdateBatch batch)
    {
        lock (batches)
        {
            batches.Enqueue(batch);
        }

        arrived.Release();
    }

    /// <summary>Takes batches until the list reaches a number.</summary>
    public async Task ReachAsync(long seq)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((at?.Seq ?? 0) < seq)
        {
            await arrived.WaitAsync(patience.Token);
            await TakeAsync(Next());
        }
    }

    /// <summary>Takes batches until the moment says that.</summary>
    public async Task SeesAsync(string presently)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Present is null || !Present.Values.Any(value => Encoding.UTF8.GetString(value.Data.Span).Contains(presently, StringComparison.Ordinal)))
        {
            await arrived.WaitAsync(patience.Token);
            await TakeAsync(Next());
        }
    }

    private UpdateBatch Next()
    {
        lock (batches)
        {
            return batches.Dequeue();
        }
    }

    private async Task TakeAsync(UpdateBatch batch)
    {
        at ??= new Position(batch.Epoch, 0);
        Assert.Equal(at.Epoch, batch.Epoch);
        if (batch.After > at.Seq)
        {
            Fill((await channel.CatchUp(at))!);
        }

        Keep(batch.Updates);
        Present = Moments.Later(Present, batch.Moments);
    }

    private void Fill(CatchUp caughtUp)
    {
        if (caughtUp.Full is { } full)
        {
            seen.Clear();
            at = full.At;
            StartedAt = full.At.Seq;
        }

        Keep(caughtUp.Missed);
    }

    private void Keep(IReadOnlyList<Update> updates)
    {
        foreach (var update in updates.Where(update => update.Seq > at!.Seq))
        {
            Assert.Equal(at!.Seq + 1, update.Seq);
            seen.Add(update);
            at = at with { Seq = update.Seq };
        }
    }
}

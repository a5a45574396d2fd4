using System.Buffers;

namespace OrleansContest.Gateway.Hub;

/// <summary>Sends what waits in an <see cref="Outbox"/>. Runs only while something waits; no other writes to the connection.</summary>
internal sealed class SocketWriter(Outbox outbox, GatewayMetrics metrics, TimeProvider clock) : IThreadPoolWorkItem
{
    /// <summary>Frames are gathered up to this many bytes; longer ones go out in pieces of it, so that progress shows.</summary>
    private const int WriteBytes = 64 << 10;

    private const int MostDiscarded = 1 << 20;

    private Wire? wire;
    private Task sending = Task.CompletedTask;
    private long writingSince;

    /// <summary>Called when the connection cannot be written to any more.</summary>
    public event Action? Broken;

    /// <summary>Whether messages leave compressed.</summary>
    public bool Deflates { get; set; }

    /// <summary>From now on frames may leave. Everything that came before the upgrade has waited.</summary>
    public void Attach(Wire way) => wire = way;

    /// <summary>Starts the writer that an <see cref="Admission.NeedsWriter"/> asks for.</summary>
    public void Start(Admission admission)
    {
        if (admission == Admission.NeedsWriter)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>For how long the write under way has not got on; null when none is.</summary>
    public TimeSpan? StalledFor() =>
        Volatile.Read(ref writingSince) is not 0 and var since ? clock.GetElapsedTime(since) : null;

    /// <inheritdoc cref="Wire.Taken"/>
    public long Taken => wire?.Taken ?? 0;

    /// <summary>Reads from the connection until it ends, or has brought too much.</summary>
    public async Task DiscardInputAsync(CancellationToken cancellationToken)
    {
        var scrap = new byte[4 << 10];
        try
        {
            for (var left = MostDiscarded; left > 0 && await wire!.ReadAsync(scrap, cancellationToken) is > 0 and var read; left -= read)
            {
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // It ended the hard way.
        }
    }

    /// <summary>Completes when everything has left, or never will.</summary>
    public async Task FlushedAsync()
    {
        await outbox.WhenEmptyAsync();
        await sending;
    }

    void IThreadPoolWorkItem.Execute() => sending = SendAllAsync();

    private async Task SendAllAsync()
    {
        try
        {
            while (outbox.TryTake(out var item))
            {
                await SendAsync(item);
            }
        }
        catch (Exception)
        {
            // Whatever the transport throws, it means the same: the peer is gone. Who reads from it finds out why.
            outbox.Break();
            Broken?.Invoke();
            outbox.TryTake(out _);
        }
    }

    private ReadOnlyMemory<byte> Encode(in OutboxItem item) => Deflates ? item.Deflate() : item.Encode();

    private ValueTask SendAsync(OutboxItem item)
    {
        var first = Encode(item);
        return first.Length < WriteBytes && outbox.TryTakeMore(WriteBytes - first.Length, out var second)
            ? SendGatheredAsync(item.Block, first, second)
            : SendAloneAsync(item.Block, first);
    }

    private ValueTask SendAloneAsync(Block block, ReadOnlyMemory<byte> bytes)
    {
        var writing = WriteAsync(bytes);
        if (!writing.IsCompletedSuccessfully)
        {
            return SendAloneAsync(block, bytes, writing);
        }

        Account(block.Frames, block.Weight, bytes.Length);
        return ValueTask.CompletedTask;
    }

    private async ValueTask SendAloneAsync(Block block, ReadOnlyMemory<byte> bytes, ValueTask writing)
    {
        await writing;
        Account(block.Frames, block.Weight, bytes.Length);
    }

    private async ValueTask SendGatheredAsync(Block block, ReadOnlyMemory<byte> first, OutboxItem next)
    {
        var gathered = ArrayPool<byte>.Shared.Rent(WriteBytes);
        try
        {
            first.CopyTo(gathered);
            var (length, frames, weight) = (first.Length, block.Frames, block.Weight);
            do
            {
                var bytes = Encode(next);
                bytes.CopyTo(gathered.AsMemory(length));
                (length, frames, weight) = (length + bytes.Length, frames + next.Block.Frames, weight + next.Block.Weight);
            }
            while (outbox.TryTakeMore(WriteBytes - length, out next));

            await WriteAsync(gathered.AsMemory(0, length));
            Account(frames, weight, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(gathered);
        }
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var sent = wire!.TryWrite(bytes.Span);
        return sent == bytes.Length ? ValueTask.CompletedTask : WriteRestAsync(bytes[sent..]);
    }

    private async ValueTask WriteRestAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(rest.Length, WriteBytes)..])
        {
            Progress();
            await wire!.WriteAsync(rest[..Math.Min(rest.Length, WriteBytes)], Progress);
        }

        Volatile.Write(ref writingSince, 0);
    }

    private void Progress() => Volatile.Write(ref writingSince, clock.GetTimestamp());

    private void Account(int frames, int weight, int length)
    {
        outbox.Sent(frames, weight);
        metrics.Written(frames, length);
    }
}

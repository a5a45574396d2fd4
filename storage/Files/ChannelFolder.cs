using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>One channel's journal on disk, shared by all who have it open in this process.</summary>
internal sealed class ChannelFolder(ChannelId channel, string path, FileStorageOptions options, FlushThreads threads, ILogger logger)
{
    private readonly SemaphoreSlim gate = new(1);
    private JournalTail? tail;

    public ChannelId Channel => channel;

    public string Path => path;

    /// <summary>Reads what is there and cuts a torn end.</summary>
    /// <returns>The numbering, a new one where none was begun, and the number of the last record.</returns>
    /// <exception cref="JournalDamagedException">The journal cannot be trusted; it is left as it is.</exception>
    public async Task<(string Epoch, long Last)> OpenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var scan = await new JournalScanner(channel, path).RunAsync(cancellationToken).ConfigureAwait(false);
            var scanned = new JournalTail(channel, path, scan, options.SegmentBytes, logger);
            if (scan.Torn is { } torn)
            {
                await threads.RunAsync(scanned.CutTorn).ConfigureAwait(false);
                logger.TailCut(channel, scan.Tail!.Value.Path, torn.Line, torn.Bytes);
            }

            tail?.Dispose();
            tail = scanned;
            return (scan.Epoch ?? Epochs.New(), scan.Last);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Adds records after number <paramref name="last"/> of the numbering <paramref name="epoch"/>.</summary>
    public async Task AppendAsync(string epoch, long last, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (tail is not { IsBroken: false } current)
            {
                throw new IOException($"The journal in {path} was left uncertain by a failed write: open it anew.");
            }

            if (current.Last != last || (current.Epoch ?? epoch) != epoch)
            {
                throw new JournalConflictException(channel, last + 1);
            }

            await threads.RunAsync(() => current.Append(epoch, records)).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Lets go of the files, once nobody has the journal open.</summary>
    public void Close() => tail?.Dispose();
}

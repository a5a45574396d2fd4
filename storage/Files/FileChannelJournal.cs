using System.Runtime.CompilerServices;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>One runner's view of a journal in files: it goes stale when another appends, and then may only read.</summary>
internal sealed class FileChannelJournal(ChannelFolder folder, string epoch, long last, Action<ChannelFolder> close) : IChannelJournal
{
    private bool isClosed;

    public string Epoch => epoch;

    public long Last { get; private set; } = last;

    public async IAsyncEnumerable<JournalRecord> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (next, end) = (after + 1, Last);
        var files = SegmentFile.All(folder.Path);
        var begin = files.LastOrDefault(file => file.First <= next);
        foreach (var file in files.Where(file => file.First >= begin.First && file.First <= end))
        {
            using var lines = new LineReader(file.Path, cancellationToken);
            for (var number = file.First; number <= end && await MoveToRecordAsync(lines).ConfigureAwait(false); number++)
            {
                var record = Parse(lines, file, number, isWanted: number >= next);
                if (number >= next)
                {
                    next++;
                    yield return record;
                }
            }
        }

        if (next <= end)
        {
            throw new JournalDamagedException(folder.Channel, folder.Path, $"records {next} to {end} are no longer there.");
        }
    }

    public async Task AppendAsync(IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        AppendRules.Check(Last, records);
        if (records.Count > 0)
        {
            await folder.AppendAsync(Epoch, Last, records, cancellationToken).ConfigureAwait(false);
            Last += records.Count;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!isClosed)
        {
            isClosed = true;
            close(folder);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Moves to the next line, past the header where it is the first.</summary>
    private static async ValueTask<bool> MoveToRecordAsync(LineReader lines) =>
        await lines.MoveNextAsync().ConfigureAwait(false)
        && (lines.Number > 1 || await lines.MoveNextAsync().ConfigureAwait(false));

    private JournalRecord Parse(LineReader lines, SegmentFile file, long number, bool isWanted)
    {
        if (!Frame.TryOpen(lines.Line, out var json) || !RecordLine.TryParse(json, out var record) || record.Number != number)
        {
            throw Damage.At(folder.Channel, file, lines.Number, $"record {number} is not there as it was written.");
        }

        return new JournalRecord(number, record.Seq, isWanted ? record.Body.ToArray() : default);
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Checks every line of a channel's journal and tells a torn end from damage. Changes nothing.</summary>
/// <remarks>
/// A power cut may keep any part of the last write, in any order of its pages. So damage is a torn end as long as no whole
/// record after it began in a later write: had there been one, the damaged one would have been acknowledged.
/// </remarks>
internal sealed class JournalScanner(ChannelId channel, string folder)
{
    private string? epoch;
    private long last;
    private long length;

    /// <exception cref="JournalDamagedException">Something that was acknowledged is damaged or missing.</exception>
    public async Task<JournalScan> RunAsync(CancellationToken cancellationToken)
    {
        var files = SegmentFile.All(folder);
        TornTail? torn = null;
        foreach (var (index, file) in files.Index())
        {
            using var lines = new LineReader(file.Path, cancellationToken);
            torn = await ReadAsync(lines, file, isTail: index == files.Count - 1).ConfigureAwait(false);
        }

        return new JournalScan(epoch, last, files.Count > 0 ? files[^1] : null, length, torn);
    }

    private async Task<TornTail?> ReadAsync(LineReader lines, SegmentFile file, bool isTail)
    {
        length = 0;
        if (file.First != last + 1)
        {
            throw Damage.At(channel, file, 1, $"the records before {file.First} end at {last}; a file of the journal is missing.");
        }

        while (await lines.MoveNextAsync().ConfigureAwait(false))
        {
            if (!TryTake(lines, file))
            {
                return isTail
                    ? await PassTornEndAsync(lines, file).ConfigureAwait(false)
                    : throw Damage.At(channel, file, lines.Number, "the line is damaged, and later records follow it.");
            }

            length = lines.End;
        }

        return null;
    }

    private bool TryTake(LineReader lines, SegmentFile file) =>
        lines.IsEnded && (lines.Number == 1 ? TryTakeHeader(lines.Line, file) : TryTakeRecord(lines, file));

    private bool TryTakeHeader(ReadOnlySpan<byte> line, SegmentFile file)
    {
        if (SegmentHeader.Parse(line) is not { } header)
        {
            return false;
        }

        var expected = SegmentHeader.Of(channel, epoch ?? header.Epoch, file.First);
        if (header != expected)
        {
            throw Damage.At(channel, file, 1, $"the file says '{header}' where '{expected}' belongs.");
        }

        epoch = header.Epoch;
        return true;
    }

    private bool TryTakeRecord(LineReader lines, SegmentFile file)
    {
        if (!Frame.TryOpen(lines.Line, out var json) || !RecordLine.TryParse(json, out var record))
        {
            return false;
        }

        last = record.Number == last + 1
            ? record.Number
            : throw Damage.At(channel, file, lines.Number, $"record {record.Number} stands where {last + 1} belongs.");
        return true;
    }

    private async Task<TornTail> PassTornEndAsync(LineReader lines, SegmentFile file)
    {
        var (line, offset) = (lines.Number, lines.Offset);
        do
        {
            if (HoldsLaterWrite(lines.Line))
            {
                throw Damage.At(channel, file, line, "the line is damaged, and later records follow it.");
            }
        }
        while (await lines.MoveNextAsync().ConfigureAwait(false));

        return new TornTail(line, lines.End - offset);
    }

    private bool HoldsLaterWrite(ReadOnlySpan<byte> line) =>
        (Frame.TryOpen(line, out var json) || Frame.TryOpenEnd(line, out json))
        && RecordLine.TryParse(json, out var record)
        && record.Batch > last + 1;
}

using System.Runtime.CompilerServices;

namespace OrleansContest.Contests.Formats;

/// <summary>Reads ADIF 2 and 3 as tagged text.</summary>
/// <remarks>
/// A header is whatever stands before <c>&lt;EOH&gt;</c>; it may be missing. Fields that are not ours to keep are passed over.
/// A record that contradicts itself or passes 64 KiB is one error, and reading goes on behind the next <c>&lt;EOR&gt;</c>.
/// </remarks>
internal sealed class AdifReader(ByteWindow window) : ILogReader
{
    private readonly AdifRecord record = new();
    private bool inHeader = true;
    private bool begun;

    public LogFormat Format => LogFormat.Adif;

    public string? Station { get; private set; }

    public IReadOnlyList<HeaderLine> Headers => [];

    public async IAsyncEnumerable<ImportRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Begin();
        do
        {
            while (TryNext(out var token))
            {
                if (Take(token) is { } import && (token.Kind == AdifTokenKind.EndOfRecord || await SkipRecordAsync(cancellationToken)))
                {
                    yield return import;
                }
            }
        }
        while (await window.FillAsync(cancellationToken));

        if (!record.IsEmpty)
        {
            yield return new ImportRecord(record.Line, null, "The file ends in the middle of this record, before <EOR>.");
        }
    }

    private void Begin()
    {
        if (begun)
        {
            throw new InvalidOperationException("A log can be read once.");
        }

        begun = true;
    }

    /// <returns>Whether the window holds a whole piece of the file.</returns>
    private bool TryNext(out AdifToken token)
    {
        token = window.Unread.IsEmpty ? default : AdifTokenizer.Next(window.Unread, window.Ended);
        return token.Kind != AdifTokenKind.NeedMore;
    }

    /// <returns>What the token makes of the record: a contact at its end, an error where it breaks off, null while it goes on.</returns>
    private ImportRecord? Take(AdifToken token)
    {
        var line = window.Line;
        window.Consume(token.Length);
        record.Add(token, line);
        switch (token.Kind)
        {
            case AdifTokenKind.EndOfHeader:
                record.Clear();
                inHeader = false;
                return null;
            case AdifTokenKind.EndOfRecord:
                return Finish();
            case AdifTokenKind.Broken:
                return new ImportRecord(record.Line, null, token.Value);
            default:
                return record.Size > ByteWindow.MaxRecord
                    ? new ImportRecord(record.Line, null, $"The record is longer than {ByteWindow.MaxRecord} bytes.")
                    : null;
        }
    }

    private ImportRecord Finish()
    {
        inHeader = false;
        var import = record.IsEmpty ? new ImportRecord(record.Line, null, "The record has no field that is known.") : record.ToImport();
        Station ??= record.Station;
        record.Clear();
        return import;
    }

    /// <summary>Goes on behind the next end of a record, or of the header while in it.</summary>
    /// <returns>Whether it was a record that was skipped.</returns>
    private async ValueTask<bool> SkipRecordAsync(CancellationToken cancellationToken)
    {
        record.Clear();
        do
        {
            var (length, endOfHeader) = FindEnd();
            window.Consume(length);
            if (endOfHeader is { } header)
            {
                inHeader = false;
                return !header;
            }
        }
        while (await window.FillAsync(cancellationToken));

        window.Consume(window.Unread.Length);
        return true;
    }

    /// <returns>How many bytes to pass over, and whether they end with a header's end, a record's, or neither.</returns>
    private (int Length, bool? EndOfHeader) FindEnd()
    {
        var unread = window.Unread;
        var record = AdifTokenizer.IndexOfTag(unread, "<eor>"u8);
        var header = inHeader ? AdifTokenizer.IndexOfTag(record < 0 ? unread : unread[..record], "<eoh>"u8) : -1;
        return header >= 0 ? (header + 5, true)
            : record >= 0 ? (record + 5, false)
            : (Math.Max(0, unread.Length - 4), null);
    }
}

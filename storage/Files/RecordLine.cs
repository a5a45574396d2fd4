using System.Buffers.Text;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>One record of a journal file: <c>{"number":7,"seq":9,"batch":6,"events":…}</c> in a <see cref="Frame"/>.</summary>
/// <param name="number">The record's number.</param>
/// <param name="seq">The channel's position after it.</param>
/// <param name="batch">The number of the first record that was written together with it.</param>
/// <param name="body">The events, as they were given.</param>
internal readonly ref struct RecordLine(long number, long seq, long batch, ReadOnlySpan<byte> body)
{
    /// <summary>Bytes a line may have beside the body.</summary>
    public const int MaxOverhead = Frame.Overhead + 120;

    public long Number { get; } = number;

    public long Seq { get; } = seq;

    public long Batch { get; } = batch;

    public ReadOnlySpan<byte> Body { get; } = body;

    /// <returns>Bytes written to <paramref name="output"/>.</returns>
    public static int Write(in JournalRecord record, long batch, Span<byte> output)
    {
        var writer = new SpanWriter(output[Frame.PrefixLength..]);
        writer.Add("{\"number\":"u8);
        writer.Add(record.Number);
        writer.Add(",\"seq\":"u8);
        writer.Add(record.Seq);
        writer.Add(",\"batch\":"u8);
        writer.Add(batch);
        writer.Add(",\"events\":"u8);
        writer.Add(record.Body.Span);
        writer.Add("}"u8);
        var length = writer.Length + Frame.Overhead;
        Frame.Close(output[..length]);
        return length;
    }

    /// <summary>Reads the JSON of a whole line, exactly as <see cref="Write"/> lays it out.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, out RecordLine record)
    {
        record = default;
        if (!TryTake(ref json, "{\"number\":"u8, out var number)
            || !TryTake(ref json, ",\"seq\":"u8, out var seq)
            || !TryTake(ref json, ",\"batch\":"u8, out var batch)
            || !json.StartsWith(",\"events\":"u8)
            || json[^1] != '}')
        {
            return false;
        }

        record = new RecordLine(number, seq, batch, json[",\"events\":".Length..^1]);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out long value)
    {
        value = 0;
        if (!json.StartsWith(name) || !Utf8Parser.TryParse(json[name.Length..], out value, out var digits))
        {
            return false;
        }

        json = json[(name.Length + digits)..];
        return true;
    }

    private ref struct SpanWriter(Span<byte> output)
    {
        private readonly Span<byte> output = output;

        public int Length { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(output[Length..]);
            Length += bytes.Length;
        }

        public void Add(long value)
        {
            Utf8Formatter.TryFormat(value, output[Length..], out var written);
            Length += written;
        }
    }
}

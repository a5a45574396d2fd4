using System.Buffers;
using System.Text.Json;

namespace OrleansContest.Channels;

/// <summary>Writes JSON with one writer and one buffer a thread, because every command writes several small pieces of it.</summary>
internal static class JsonBytes
{
    private const int MaxKept = 1 << 20;

    /// <summary>What is written is ours, and tests parse it.</summary>
    private static readonly JsonWriterOptions trusted = PlainJson.Writing with { SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <returns>An array of exactly the size.</returns>
    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        WriteTo(buffer, value, write);
        var written = buffer.WrittenSpan.ToArray();
        buffer = buffer.Capacity > MaxKept ? null : buffer;
        return written;
    }

    /// <summary>The members of the object that <paramref name="write"/> writes, without its braces.</summary>
    public static ReadOnlyMemory<byte> WriteMembers<T>(T value, Action<Utf8JsonWriter, T> write) => Write(value, write).AsMemory()[1..^1];

    public static void WriteTo<T>(IBufferWriter<byte> output, T value, Action<Utf8JsonWriter, T> write)
    {
        writer ??= new Utf8JsonWriter(output, trusted);
        writer.Reset(output);
        write(writer, value);
        writer.Flush();
        writer.Reset(Stream.Null);
    }
}

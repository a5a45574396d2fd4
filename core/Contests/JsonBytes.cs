using System.Buffers;
using System.Text.Json;

namespace OrleansContest.Contests;

/// <summary>Writes JSON of exactly its size: each thread writes into one buffer, and copies what came out.</summary>
internal static class JsonBytes
{
    private const int MaxKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        buffer ??= new ArrayBufferWriter<byte>(4096);
        writer ??= new Utf8JsonWriter(buffer);
        try
        {
            write(writer, value);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            Recycle();
        }
    }

    /// <summary>The members of the object that <paramref name="write"/> writes, without its braces.</summary>
    public static ReadOnlyMemory<byte> WriteMembers<T>(T value, Action<Utf8JsonWriter, T> write) => Write(value, write).AsMemory()[1..^1];

    private static void Recycle()
    {
        if (buffer!.Capacity > MaxKept)
        {
            (buffer, writer) = (null, null);
            return;
        }

        buffer.ResetWrittenCount();
        writer!.Reset();
    }
}

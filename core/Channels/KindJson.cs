using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OrleansContest.Channels;

/// <summary>How a kind's facts and snapshots become the bytes that are kept, and come back.</summary>
internal static class KindJson
{
    public static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(output, PlainJson.Writing);
        JsonSerializer.Serialize(writer, value, type);
    }

    /// <param name="bytes">What was kept.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="kind">Whose it should be, as in "a contest's".</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> type, string kind)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) ?? throw new FormatException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new FormatException($"It is not {kind}: {fault.Message}", fault);
        }
    }
}

using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>Reads the members that every protocol's messages have.</summary>
internal static class Fields
{
    /// <summary>Parses a message and reads it; what is not as the protocol says is a breach.</summary>
    public static Reading Read(ReadOnlySpan<byte> json, Func<JsonElement, Reading> read)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var parsed = JsonDocument.ParseValue(ref reader);
            return read(parsed.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BreachException($"the message is not as the protocol says: {fault.Message}");
        }
    }

    /// <summary>With the position that a message carries.</summary>
    public static Reading At(this Reading reading, JsonElement message) => reading with
    {
        Epoch = message.GetProperty("epoch").GetString()!,
        Seq = message.GetProperty("seq").GetInt64(),
        Prev = message.TryGetProperty("prev", out var prev) ? prev.GetInt64() : null,
    };

    public static bool HasPosition(JsonElement message) => message.TryGetProperty("seq", out _);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>A query's <c>since=</c>, with what joins it to what is before.</summary>
    public static string Since(string? since, char joint) => since is null ? "" : $"{joint}since={Uri.EscapeDataString(since)}";
}

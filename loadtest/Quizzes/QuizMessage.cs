using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>What a gateway says of a quiz: <c>{event, data, timestamp}</c>, with a position where it has one.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Root">The whole message.</param>
internal sealed record QuizMessage(string Event, JsonElement Root)
{
    public JsonElement Data => Root.GetProperty("data");

    public bool HasPosition => Root.TryGetProperty("seq", out _);

    /// <summary>Does something with a message; what is not as the protocol says is a breach.</summary>
    public static void Read(ReadOnlySpan<byte> json, Action<QuizMessage> take)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var parsed = JsonDocument.ParseValue(ref reader);
            var root = parsed.RootElement;
            root.GetProperty("timestamp").GetDateTimeOffset();
            take(new QuizMessage(root.GetProperty("event").GetString()!, root));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BreachException($"the message is not as the protocol says: {fault.Message}");
        }
    }
}

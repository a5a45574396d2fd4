using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What a client of the quiz contract says, at either socket.</summary>
internal abstract record QuizMessage
{
    private static readonly JsonDocumentOptions bounds = new() { MaxDepth = 8 };

    private static readonly QuizNotUnderstood notUnderstood = new(QuizErrors.InvalidFormat);

    /// <summary>Reads what a participant says. Whatever it is, there is something to say to it.</summary>
    public static QuizMessage Read(ReadOnlyMemory<byte> text) => Read(text, static (name, data) => name switch
    {
        "join_contest" => TextOf(data, "contestId") is { } contest ? new JoinContest(contest) : notUnderstood,
        "submit_answer" => ReadAnswer(data),
        "resync" => ReadResync(data),
        "ping" => new QuizPing(),
        _ => new QuizNotUnderstood(QuizErrors.UnknownEvent),
    });

    /// <summary>The same for the public.</summary>
    public static QuizMessage ReadPublic(ReadOnlyMemory<byte> text) => Read(text, static (name, data) => name switch
    {
        "subscribe_contests" => new SubscribeContests(),
        "unsubscribe_contests" => new UnsubscribeContests(),
        "subscribe_leaderboard" => TextOf(data, "contestId") is { } contest ? new SubscribeLeaderboard(contest) : notUnderstood,
        "unsubscribe_leaderboard" => new UnsubscribeLeaderboard(TextOf(data, "contestId")),
        "ping" => new QuizPing(),
        _ => new QuizNotUnderstood(QuizErrors.UnknownEvent),
    });

    private static QuizMessage Read(ReadOnlyMemory<byte> text, Func<string, JsonElement, QuizMessage> read)
    {
        try
        {
            using var json = JsonDocument.Parse(text, bounds);
            var message = json.RootElement;
            return JsonBody.HoldsText(message) && TextOf(message, "event") is { } name
                ? read(name, message.TryGetProperty("data"u8, out var data) ? data : default)
                : notUnderstood;
        }
        catch (JsonException)
        {
            return notUnderstood;
        }
    }

    private static QuizMessage ReadAnswer(JsonElement data) =>
        TextOf(data, "questionId") is { } question && (TextOf(data, "selectedOptionId") is var option) && (option is not null || IsAbsent(data, "selectedOptionId"))
            ? new GiveAnswer(question, option)
            : notUnderstood;

    private static QuizMessage ReadResync(JsonElement data)
    {
        if (TextOf(data, "contestId") is not { } contest)
        {
            return notUnderstood;
        }

        return IsAbsent(data, "lastEventTimestamp") ? new Resync(contest, null)
            : Iso8601.TryParse(TextOf(data, "lastEventTimestamp"), out var last) ? new Resync(contest, last)
            : notUnderstood;
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool IsAbsent(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null);
}

internal sealed record JoinContest(string Contest) : QuizMessage;

/// <param name="Question">To what.</param>
/// <param name="Option">What was chosen; null when nothing was.</param>
internal sealed record GiveAnswer(string Question, string? Option) : QuizMessage;

/// <param name="Contest">Which quiz.</param>
/// <param name="Last">The time of the last event that the client has; null when it does not say.</param>
internal sealed record Resync(string Contest, DateTimeOffset? Last) : QuizMessage;

internal sealed record QuizPing : QuizMessage;

internal sealed record SubscribeContests : QuizMessage;

internal sealed record UnsubscribeContests : QuizMessage;

internal sealed record SubscribeLeaderboard(string Contest) : QuizMessage;

/// <param name="Contest">Null for all of them.</param>
internal sealed record UnsubscribeLeaderboard(string? Contest) : QuizMessage;

internal sealed record QuizNotUnderstood(Refusal Refusal) : QuizMessage;

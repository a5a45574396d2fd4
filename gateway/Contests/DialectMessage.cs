using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>What a client said, in the contest-log contract.</summary>
internal abstract record DialectMessage
{
    private const string InvalidFormat = "Invalid message format";
    private const int NamedCharacters = 100;

    private static readonly JsonDocumentOptions bounds = new() { MaxDepth = 16 };

    public static DialectMessage Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, bounds);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : new NotUnderstood(InvalidFormat);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second kind: text that is JSON, but holds half a surrogate pair.
            return new NotUnderstood(InvalidFormat);
        }
    }

    private static DialectMessage Read(JsonElement message) => TextOf(message, "type") switch
    {
        "subscribe" => ReadSubscribe(message),
        "unsubscribe" => ReadChannel(message, out var channel) as DialectMessage ?? new Unsubscribe(channel),
        "ping" => new Ping(),
        var other => new NotUnderstood($"Unknown message type: {Shorten(other)}"),
    };

    private static DialectMessage ReadSubscribe(JsonElement message)
    {
        if (ReadChannel(message, out var channel) is { } wrong)
        {
            return wrong;
        }

        DialectFilter? filter = null;
        if (message.TryGetProperty("filters", out var filters) && filters.ValueKind != JsonValueKind.Null
            && DialectFilter.TryRead(filters, out filter) is { } unfit)
        {
            return new NotUnderstood(unfit);
        }

        if (!TryReadFlag(message, "audience", out var wantsAudience))
        {
            return new NotUnderstood("Invalid audience: it must be true or false");
        }

        return !message.TryGetProperty("since", out var since) || since.ValueKind == JsonValueKind.Null
            ? new Subscribe(channel, filter, null, wantsAudience)
            : since.ValueKind == JsonValueKind.String
                ? new Subscribe(channel, filter, SinceOf(since.GetString()), wantsAudience)
                : new NotUnderstood("Invalid since: it must be a string, EPOCH:SEQ");
    }

    private static bool TryReadFlag(JsonElement message, string name, out bool isSet)
    {
        var kind = message.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Null;
        isSet = kind == JsonValueKind.True;
        return kind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;
    }

    /// <summary>What cannot be read as a position is one that no channel has, so the answer is the full state.</summary>
    public static Cursor SinceOf(string? text) =>
        Position.TryParse(text, out var position) ? new Cursor(position.Epoch, position.Seq, position.Seq) : Cursor.None;

    private static NotUnderstood? ReadChannel(JsonElement message, out string channel)
    {
        channel = "";
        if (!message.TryGetProperty("channel", out var value))
        {
            return new NotUnderstood("Missing channel");
        }

        channel = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return channel.Length > 0 ? null : new NotUnderstood("Invalid channel: it must be a string such as contest:ID or global");
    }

    /// <summary>A text as it is, anything else as JSON writes it, and what is not there as the old servers put it.</summary>
    private static string TextOf(JsonElement message, string name) =>
        !message.TryGetProperty(name, out var value) ? "undefined"
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    public static string Shorten(string text) => text.Length <= NamedCharacters ? text : $"{text[..NamedCharacters]}…";
}

/// <param name="Channel">The channel's name.</param>
/// <param name="Filter">Which updates are wanted; null for all.</param>
/// <param name="Since">What the client has already; null if it did not say.</param>
/// <param name="WantsAudience">Whether it wants to hear how many are watching.</param>
internal sealed record Subscribe(string Channel, DialectFilter? Filter, Cursor? Since, bool WantsAudience) : DialectMessage;

internal sealed record Unsubscribe(string Channel) : DialectMessage;

internal sealed record Ping : DialectMessage;

/// <param name="Error">What the client is told.</param>
internal sealed record NotUnderstood(string Error) : DialectMessage;

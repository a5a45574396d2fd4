using System.Text.Json;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Pileups;

/// <summary>What a client of the pileup-queue contract says.</summary>
/// <param name="Id">The client's own name for it, to be echoed; of no kind when it gave none.</param>
internal abstract record PileupMessage(JsonElement Id)
{
    private const int MaxDepth = 16;
    private const int MaxShown = 64;

    private const string NotJson = "Invalid JSON format: ";
    private const string Failed = "Message validation failed: ";

    /// <summary>Reads a message. Whatever it is, there is something to say to it.</summary>
    public static PileupMessage Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json.RootElement.ValueKind != JsonValueKind.Object ? Wrong(default, NotJson + "a message is an object")
                : JsonBody.HoldsText(json.RootElement) ? Read(json.RootElement.Clone())
                : Wrong(default, NotJson + "a text holds what is no character");
        }
        catch (JsonException fault)
        {
            return Wrong(default, $"{NotJson}not understood at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }
    }

    private static PileupMessage Read(JsonElement message)
    {
        message.TryGetProperty("id", out var id);
        return !message.TryGetProperty("type", out var type) ? Wrong(id, Failed + "Missing required field 'type'")
            : type.ValueKind != JsonValueKind.String ? Wrong(id, $"{Failed}Invalid message type '{Shorten(type.GetRawText())}'")
            : type.GetString() switch
            {
                "request" => ReadRequest(id, message),
                "auth" => ReadAuth(id, message),
                "ping" => new PileupPing(id),
                var other => Wrong(id, $"{Failed}Invalid message type '{Shorten(other!)}'"),
            };
    }

    private static PileupMessage ReadRequest(JsonElement id, JsonElement message)
    {
        if (!message.TryGetProperty("operation", out var operation) || operation.ValueKind == JsonValueKind.Null)
        {
            return Wrong(id, Failed + "Request messages must include 'operation' field");
        }

        var name = operation.ValueKind == JsonValueKind.String ? operation.GetString()! : operation.GetRawText();
        message.TryGetProperty("data", out var data);
        return SystemOperations.All.Contains(name)
            ? new PileupRequest(id, new OperationInput(name, data))
            : Wrong(id, $"{Failed}Invalid operation '{Shorten(name)}'");
    }

    private static PileupMessage ReadAuth(JsonElement id, JsonElement message)
    {
        if (!message.TryGetProperty("data", out var data) || data.ValueKind == JsonValueKind.Null)
        {
            return Wrong(id, Failed + "Auth messages must include 'data' field");
        }

        if (data.ValueKind != JsonValueKind.Object)
        {
            return Wrong(id, Failed + "Auth 'data' field must be an object");
        }

        return data.TryGetProperty("username", out var user) && data.TryGetProperty("password", out var password)
            ? new PileupAuth(id, TextOf(user), TextOf(password))
            : Wrong(id, Failed + "Auth data must include 'username' and 'password' fields");
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static PileupNotUnderstood Wrong(JsonElement id, string error) => new(id, error);

    /// <summary>Somebody else's text, for an error: not longer than anybody reads, and never cut within a character.</summary>
    private static string Shorten(string text) =>
        text.Length <= MaxShown ? text : text[..(char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown)] + "…";
}

internal sealed record PileupRequest(JsonElement Id, OperationInput Input) : PileupMessage(Id);

/// <summary>Somebody says to be the operator. What is no text is null.</summary>
internal sealed record PileupAuth(JsonElement Id, string? User, string? Password) : PileupMessage(Id)
{
    public override string ToString() => "(credentials)";
}

internal sealed record PileupPing(JsonElement Id) : PileupMessage(Id);

internal sealed record PileupNotUnderstood(JsonElement Id, string Error) : PileupMessage(Id);

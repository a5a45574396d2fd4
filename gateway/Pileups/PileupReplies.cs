using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>What the pileup-queue contract says to one client alone.</summary>
internal static class PileupReplies
{
    public static Block Response(JsonElement id, string operation, OperationResult result, DateTimeOffset at) => Write("response", id, at, json =>
    {
        json.WriteString("operation"u8, operation);
        json.WriteBoolean("success"u8, result.Error is null);
        Write(json, "data", result.Data);
        json.WriteString("error"u8, result.Error);
    });

    public static Block Pong(JsonElement id, JsonObject data, DateTimeOffset at) => Write("pong", id, at, json => Write(json, "data", data));

    public static Block Error(JsonElement id, string error, DateTimeOffset at) => Write("error", id, at, json => json.WriteString("error"u8, error));

    /// <summary>An event that has no number, for it is nothing that happened in a pileup.</summary>
    public static Block Shutdown(DateTimeOffset at) => ReplyBlock.Text(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "event",
        ["event"] = "shutdown",
        ["event_type"] = "shutdown",
        ["data"] = ShutdownText(),
        ["timestamp"] = PileupJsonText.Moment(at),
    }));

    public static JsonObject ShutdownText() => new()
    {
        ["message"] = "The server is going away; come back at a random moment within 10 s",
        ["reconnect_within"] = 10_000,
    };

    private static ReplyBlock Write(string type, JsonElement id, DateTimeOffset at, Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, PlainJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WritePropertyName("id"u8);
            WriteId(json, id);
            members(json);
            UtcMilliseconds.Write(json, "timestamp"u8, at);
            json.WriteEndObject();
        }

        return ReplyBlock.Text(output.WrittenSpan);
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        if (id.ValueKind == JsonValueKind.Undefined)
        {
            json.WriteNullValue();
        }
        else
        {
            id.WriteTo(json);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }
}

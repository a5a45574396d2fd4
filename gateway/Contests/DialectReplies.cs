using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>What the contest-log contract says to one client alone.</summary>
internal static class DialectReplies
{
    public static Block Connected { get; } = Saying("connected", null, "Connected to the contest log");

    public static Block Pong { get; } = ReplyBlock.Text("""{"type":"pong"}"""u8);

    public static Block TooManyMessages { get; } = Error("Too many messages");

    public static Block Shutdown { get; } = ReplyBlock.Text(
        """{"type":"shutdown","data":{"message":"The server is going away; come back at a random moment within 10 s","reconnectWithin":10000}}"""u8);

    public static Block Subscribed(string channel) => Saying("subscribed", channel, $"Subscribed to {channel}");

    public static Block Unsubscribed(string channel) => Saying("unsubscribed", channel, $"Unsubscribed from {channel}");

    public static Block Error(string message) => Saying("error", null, message);

    private static ReplyBlock Saying(string type, string? channel, string message)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, PlainJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            if (channel is not null)
            {
                json.WriteString("channel"u8, channel);
            }

            json.WriteStartObject("data"u8);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return ReplyBlock.Text(output.WrittenSpan);
    }
}

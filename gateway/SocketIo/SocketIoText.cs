using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>Writes what a server sends: Engine.IO packets, those that carry a Socket.IO packet among them.</summary>
/// <remarks>Source: Engine.IO protocol, revision 4; Socket.IO protocol, revision 5.</remarks>
internal static class SocketIoText
{
    public static Block Ping { get; } = ReplyBlock.Text("2"u8);

    /// <summary>An answer to a ping, with what the ping held.</summary>
    public static Block Pong(ReadOnlySpan<byte> held) => Compose("3"u8, held);

    /// <summary>Confirms a connection to a namespace.</summary>
    /// <param name="path">The namespace.</param>
    /// <param name="id">The client's name there; needs no escaping.</param>
    public static Block Connected(string path, string id) => Text(string.Create(CultureInfo.InvariantCulture, $"40{Prefix(path)}{{\"sid\":\"{id}\"}}"));

    public static Block ConnectError(string path, string message) => Text($"44{Prefix(path)}{MessageOf(message)}");

    public static Block Disconnect(string path) => Text($"41{Prefix(path)}");

    /// <param name="path">The namespace.</param>
    /// <param name="name">The event's name; needs no escaping.</param>
    /// <param name="json">What goes with it.</param>
    public static Block Event(string path, string name, string json) => Text($"42{Prefix(path)}[\"{name}\",{json}]");

    public static Block Ack(string path, long id, ReadOnlySpan<byte> json)
    {
        var output = FrameBuffer.Rent();
        output.Begin();
        output.Write("43"u8);
        output.Write(Prefix(path));
        output.Write(id);
        output.Write("["u8);
        output.Write(json);
        output.Write("]"u8);
        return ReplyBlock.Text(output);
    }

    /// <summary><c>{"message":…}</c></summary>
    public static string MessageOf(string message) => $$"""{"message":"{{JsonEncodedText.Encode(message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}""";

    /// <summary>Begins an event in a frame that was begun; its payload follows.</summary>
    public static void BeginEvent(FrameBuffer output, string path, string name)
    {
        output.Write("42"u8);
        output.Write(path);
        output.Write(",[\""u8);
        output.Write(name);
        output.Write("\","u8);
    }

    public static void EndEvent(FrameBuffer output) => output.Write("]"u8);

    private static string Prefix(string path) => path == "/" ? "" : path + ",";

    private static ReplyBlock Text(string text) => ReplyBlock.Text(Encoding.UTF8.GetBytes(text));

    private static ReplyBlock Compose(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var output = FrameBuffer.Rent();
        output.Begin();
        output.Write(first);
        output.Write(second);
        return ReplyBlock.Text(output);
    }
}

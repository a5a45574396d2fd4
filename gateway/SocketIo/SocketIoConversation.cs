using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>One Socket.IO client over one WebSocket: the handshake, the heartbeat, and the namespaces it is connected to.</summary>
internal sealed class SocketIoConversation(
    SpectatorSocket socket, HttpContext request, IReadOnlyDictionary<string, ISocketIoNamespace> namespaces, SocketIoOptions options, TimeProvider clock)
    : IConversation, IDisposable
{
    private const byte ClosePacket = (byte)'1';
    private const byte PingPacket = (byte)'2';
    private const byte PongPacket = (byte)'3';
    private const byte MessagePacket = (byte)'4';

    private static readonly JsonDocumentOptions bounds = new() { MaxDepth = 16 };

    private readonly Dictionary<string, ISocketIoSession> sessions = new(StringComparer.Ordinal);
    private Heartbeat? heartbeat;
    private Alarm? patience;

    public Block? TooManyMessages => ToAll("error", SocketIoText.MessageOf("Too many messages"));

    /// <summary>Not a disconnection by Socket.IO's own packet: after that its clients do not come back by themselves.</summary>
    public Block Farewell => ToAll("shutdown", """{"message":"The server is going away; come back at a random moment within 10 s","reconnectWithin":10000}""");

    public void Open()
    {
        socket.Answer(ReplyBlock.Text(Encoding.UTF8.GetBytes(Handshake())));
        heartbeat = new Heartbeat(options, clock, () => socket.Answer(SocketIoText.Ping), () => socket.Close(WebSocketCloseStatus.NormalClosure, "ping timeout"));
        patience = new Alarm(clock, () => socket.Close(WebSocketCloseStatus.PolicyViolation, "No namespace connected"));
        patience.Set(options.ConnectTimeout);
    }

    public ValueTask HearAsync(ReadOnlyMemory<byte> text)
    {
        switch (text.IsEmpty ? default : text.Span[0])
        {
            case PingPacket:
                socket.Answer(SocketIoText.Pong(text.Span[1..]));
                return ValueTask.CompletedTask;
            case PongPacket:
                heartbeat!.Answered();
                return ValueTask.CompletedTask;
            case ClosePacket:
                socket.Close(WebSocketCloseStatus.NormalClosure, "");
                return ValueTask.CompletedTask;
            case MessagePacket when SocketIoPacket.TryRead(text[1..], out var packet):
                return TakeAsync(packet);
            default:
                return NotUnderstood();
        }
    }

    public void End()
    {
        Dispose();
        foreach (var session in sessions.Values)
        {
            session.End();
        }

        sessions.Clear();
    }

    public void Dispose()
    {
        heartbeat?.Dispose();
        patience?.Dispose();
    }

    private static string NewId() => RandomNumberGenerator.GetHexString(20, lowercase: true);

    private string Handshake() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""0{"sid":"{{NewId()}}","upgrades":[],"pingInterval":{{options.PingInterval.TotalMilliseconds}},"pingTimeout":{{options.PingTimeout.TotalMilliseconds}},"maxPayload":{{SocketOptions.MaxMessageBytes}}}""");

    private ValueTask TakeAsync(SocketIoPacket packet)
    {
        switch (packet.Type)
        {
            case SocketIoPacket.Connect:
                Connect(packet.Path);
                return ValueTask.CompletedTask;
            case SocketIoPacket.Disconnect:
                Leave(packet.Path);
                return ValueTask.CompletedTask;
            case SocketIoPacket.Event:
                return HearAsync(packet);
            default:
                // An answer to something that was never asked.
                return ValueTask.CompletedTask;
        }
    }

    private void Connect(string path)
    {
        if (sessions.ContainsKey(path))
        {
            return;
        }

        if (!namespaces.TryGetValue(path, out var found))
        {
            socket.Answer(SocketIoText.ConnectError(path, "Invalid namespace"));
            return;
        }

        patience!.Dispose();
        var session = found.Enter(socket, request);
        socket.Answer(SocketIoText.Connected(path, NewId()));
        if (session.Refusal is { } refusal)
        {
            session.End();
            socket.Answer(SocketIoText.Event(path, "error", SocketIoText.MessageOf(refusal)));
            socket.Answer(SocketIoText.Disconnect(path));
            socket.Close(WebSocketCloseStatus.PolicyViolation, refusal);
            return;
        }

        sessions.Add(path, session);
    }

    private void Leave(string path)
    {
        if (sessions.Remove(path, out var session))
        {
            session.End();
        }
    }

    private async ValueTask HearAsync(SocketIoPacket packet)
    {
        using var document = Parse(packet.Payload);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Array } array
            || array.EnumerateArray().ToList() is not [{ ValueKind: JsonValueKind.String } name, .. var arguments])
        {
            await NotUnderstood();
            return;
        }

        if (sessions.TryGetValue(packet.Path, out var session))
        {
            await session.HearAsync(new SocketIoEvent(packet.Path, TextOf(name), arguments, packet.AckId));
        }
    }

    /// <summary>Half a surrogate pair is part of no name.</summary>
    private static string TextOf(JsonElement name)
    {
        try
        {
            return name.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, bounds);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is not of the protocol ends the connection, as it does with the reference server.</summary>
    private ValueTask NotUnderstood()
    {
        socket.Close(WebSocketCloseStatus.NormalClosure, "parse error");
        return ValueTask.CompletedTask;
    }

    private Block ToAll(string name, string json) => SocketIoText.Event(namespaces.Keys.First(), name, json);
}

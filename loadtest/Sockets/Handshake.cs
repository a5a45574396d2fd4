using System.Security.Cryptography;
using System.Text;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Opens a WebSocket on a connected socket, RFC 6455 section 4.</summary>
internal sealed class Handshake
{
    private const string guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const string offer = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    private const string extensions = "Sec-WebSocket-Extensions";

    private readonly ConnectPlan plan;
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    private Handshake(ConnectPlan plan) => this.plan = plan;

    /// <returns>The answer, and whether compression was agreed on.</returns>
    /// <exception cref="HandshakeException">The server did not agree, or not to what was asked.</exception>
    public static async Task<(ResponseHead Head, bool IsCompressed)> ShakeAsync(Wire wire, ConnectPlan plan, CancellationToken cancellationToken)
    {
        var handshake = new Handshake(plan);
        var head = await ResponseHead.AskAsync(wire, handshake.Request(), cancellationToken);
        if (head.Status != 101)
        {
            var body = await head.ReadBodyAsync(wire, cancellationToken);
            throw new HandshakeException(head.Status, body, $"The server did not open a WebSocket at {plan.Path}: {head.Status} {body}".Trim());
        }

        handshake.Check(head);
        return (head, handshake.Agrees(head));
    }

    private string Request()
    {
        var request = new StringBuilder()
            .Append($"GET {plan.Path} HTTP/1.1\r\nHost: {plan.Host ?? plan.Remote.ToString()}\r\n")
            .Append($"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n");
        if (plan.OffersCompression)
        {
            request.Append($"{extensions}: {offer}\r\n");
        }

        foreach (var (name, value) in plan.Headers)
        {
            request.Append($"{name}: {value}\r\n");
        }

        return request.Append("\r\n").ToString();
    }

    private void Check(ResponseHead head)
    {
        var wrong = head switch
        {
            _ when !Says(head, "Upgrade", "websocket") => "Upgrade is not websocket",
            _ when !Says(head, "Connection", "upgrade") => "Connection is not Upgrade",
            _ when head.Headers.GetValueOrDefault("Sec-WebSocket-Accept") != Accept() => "Sec-WebSocket-Accept does not answer the key",
            _ when head.Headers.ContainsKey("Sec-WebSocket-Protocol") => "a subprotocol was chosen that nobody asked for",
            _ => null,
        };
        if (wrong is not null)
        {
            throw new HandshakeException(head.Status, "", $"The server's handshake is wrong: {wrong}.");
        }
    }

    // SHA-1 is what the protocol asks for; it protects nothing here.
    private string Accept() => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + guid)));

    private bool Agrees(ResponseHead head)
    {
        if (!head.Headers.TryGetValue(extensions, out var agreed) || agreed.Length == 0)
        {
            return false;
        }

        var words = agreed.Split(';', StringSplitOptions.TrimEntries);
        var isWhatWasAsked = plan.OffersCompression && words[0] == "permessage-deflate" && words.Contains("server_no_context_takeover")
            && !agreed.Contains(',', StringComparison.Ordinal);
        return isWhatWasAsked ? true : throw new HandshakeException(head.Status, "", $"The server agrees to what was not asked for: {agreed}.");
    }

    private static bool Says(ResponseHead head, string name, string word) =>
        head.Headers.TryGetValue(name, out var value) && value.Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.OrdinalIgnoreCase);
}

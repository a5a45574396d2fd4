using System.Globalization;
using System.Text;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>A Socket.IO packet as it stands in a message: <c>TYPE[NAMESPACE,][ACK]PAYLOAD</c>.</summary>
/// <remarks>Source: Socket.IO protocol, revision 5. Packets with binary attachments are not read: no contract of ours has any.</remarks>
/// <param name="Type">One of the types below.</param>
/// <param name="Path">The namespace; <c>/</c> when none is named.</param>
/// <param name="AckId">The number of the answer that is wanted, or given.</param>
/// <param name="Payload">JSON, or nothing.</param>
internal readonly record struct SocketIoPacket(byte Type, string Path, long? AckId, ReadOnlyMemory<byte> Payload)
{
    public const byte Connect = (byte)'0';
    public const byte Disconnect = (byte)'1';
    public const byte Event = (byte)'2';
    public const byte Ack = (byte)'3';
    public const byte ConnectError = (byte)'4';

    private const int LongestPath = 128;
    private const int LongestAckId = 15;

    /// <returns>False when it is no packet that a client may send.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> text, out SocketIoPacket packet)
    {
        packet = default;
        if (text.IsEmpty || text.Span[0] is not (Connect or Disconnect or Event or Ack) || !TryReadPath(text[1..], out var path, out var rest))
        {
            return false;
        }

        var digits = rest.Span.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : rest.Length;
        if (digits > LongestAckId)
        {
            return false;
        }

        long? id = digits == 0 ? null : long.Parse(rest.Span[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        packet = new SocketIoPacket(text.Span[0], path, id, rest[digits..]);
        return true;
    }

    private static bool TryReadPath(ReadOnlyMemory<byte> text, out string path, out ReadOnlyMemory<byte> rest)
    {
        (path, rest) = ("/", text);
        if (text.IsEmpty || text.Span[0] != (byte)'/')
        {
            return true;
        }

        var comma = text.Span.IndexOf((byte)',');
        var named = comma < 0 ? text : text[..comma];
        rest = comma < 0 ? default : text[(comma + 1)..];

        // What follows a question mark is the client's own business.
        var query = named.Span.IndexOf((byte)'?');
        path = Encoding.UTF8.GetString(named.Span[..(query < 0 ? named.Length : query)]);
        return named.Length <= LongestPath;
    }
}

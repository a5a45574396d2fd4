using System.Buffers.Binary;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>The head of a frame from a server, RFC 6455 section 5.2.</summary>
/// <param name="Opcode">See the constants.</param>
/// <param name="IsFinal">Whether it ends its message.</param>
/// <param name="IsCompressed">RSV1: the message that it begins is deflated.</param>
/// <param name="Bytes">Length of this head.</param>
/// <param name="Payload">Length of what follows.</param>
internal readonly record struct FrameHeader(byte Opcode, bool IsFinal, bool IsCompressed, int Bytes, int Payload)
{
    public const byte Continuation = 0;
    public const byte Text = 1;
    public const byte Binary = 2;
    public const byte Close = 8;
    public const byte Ping = 9;
    public const byte Pong = 10;

    /// <summary>The longest head of an unmasked frame.</summary>
    public const int MaxBytes = 10;

    private const int shortMost = 125;
    private const int twoBytes = 126;

    public bool IsControl => Opcode >= Close;

    public int Total => Bytes + Payload;

    /// <returns>False when not all of the head is there.</returns>
    /// <exception cref="FrameException">A server may not send that.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int maxPayload, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var size = (bytes[1] & 0x7f) switch { <= shortMost => 2, twoBytes => 4, _ => MaxBytes };
        if (bytes.Length < size)
        {
            return false;
        }

        header = new FrameHeader((byte)(bytes[0] & 0x0f), (bytes[0] & 0x80) != 0, (bytes[0] & 0x40) != 0, size, PayloadOf(bytes, size, maxPayload));
        header.Check(bytes);
        return true;
    }

    private static int PayloadOf(ReadOnlySpan<byte> bytes, int size, int max)
    {
        (ulong length, ulong least) = size switch
        {
            2 => (bytes[1] & 0x7fUL, 0UL),
            4 => ((ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), (ulong)twoBytes),
            _ => (BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]), 1UL << 16),
        };
        if (length < least)
        {
            throw new FrameException(CloseReason.BrokeProtocol, $"A length of {length} was written in {size - 2} bytes.");
        }

        return length <= (ulong)max ? (int)length : throw new FrameException(CloseReason.TooBig, $"A frame of {length} bytes; {max} is the most.");
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        var wrong = this switch
        {
            _ when (bytes[0] & 0x30) != 0 => "Reserved bits are set.",
            _ when (bytes[1] & 0x80) != 0 => "A server's frame is masked.",
            { Opcode: > Binary and < Close or > Pong } => $"There is no opcode {Opcode}.",
            { IsControl: true, IsFinal: false } => "A control frame is fragmented.",
            { IsControl: true, Payload: > shortMost } => $"A control frame of {Payload} bytes.",
            { IsControl: true, IsCompressed: true } => "A control frame is compressed.",
            _ => null,
        };
        if (wrong is not null)
        {
            throw new FrameException(CloseReason.BrokeProtocol, wrong);
        }

        if (Opcode == Binary)
        {
            throw new FrameException(CloseReason.WrongKind, "A binary message.");
        }
    }
}

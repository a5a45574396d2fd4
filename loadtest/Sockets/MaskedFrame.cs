using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Writes a client's frames: one frame a message, masked.</summary>
internal static class MaskedFrame
{
    /// <summary>The longest head.</summary>
    public const int MostHead = 14;

    /// <param name="opcode">One of <see cref="FrameHeader"/>'s.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="frame">Where it goes: <see cref="MostHead"/> bytes more than the payload are always enough.</param>
    /// <returns>Its length.</returns>
    public static int Write(byte opcode, ReadOnlySpan<byte> payload, Span<byte> frame)
    {
        frame[0] = (byte)(0x80 | opcode);
        var head = WriteLength(payload.Length, frame);
        var mask = frame.Slice(head, 4);
        RandomNumberGenerator.Fill(mask);
        var masked = frame.Slice(head + 4, payload.Length);
        for (var n = 0; n < payload.Length; n++)
        {
            masked[n] = (byte)(payload[n] ^ mask[n & 3]);
        }

        return head + 4 + payload.Length;
    }

    private static int WriteLength(int length, Span<byte> frame)
    {
        switch (length)
        {
            case < 126:
                frame[1] = (byte)(0x80 | length);
                return 2;
            case <= ushort.MaxValue:
                frame[1] = 0x80 | 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)length);
                return 4;
            default:
                frame[1] = 0x80 | 127;
                BinaryPrimitives.WriteInt64BigEndian(frame[2..], length);
                return 10;
        }
    }
}

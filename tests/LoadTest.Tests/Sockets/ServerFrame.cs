using System.Buffers.Binary;
using System.IO.Compression;

namespace OrleansContest.LoadTest.Tests.Sockets;

/// <summary>Frames as a server writes them, right or wrong.</summary>
internal static class ServerFrame
{
    public const byte Final = 0x80;
    public const byte Compressed = 0x40;
    public const byte Text = 1;
    public const byte Close = 8;
    public const byte Ping = 9;

    public static byte[] Of(byte opcode, ReadOnlySpan<byte> payload, bool isFinal = true, bool isCompressed = false)
    {
        var first = (byte)((isFinal ? Final : 0) | (isCompressed ? Compressed : 0) | opcode);
        return [first, .. LengthOf(payload.Length), .. payload];
    }

    public static byte[] OfText(string text) => Of(Text, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Deflated as RFC 7692 wants it: without the tail that every flush ends with.</summary>
    public static byte[] Deflated(ReadOnlySpan<byte> message, bool isLastBlock = false)
    {
        if (message.Length == 0 && !isLastBlock)
        {
            return [0];
        }

        var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(message);
            if (!isLastBlock)
            {
                deflate.Flush();
                return output.ToArray()[..^4];
            }
        }

        return [.. output.ToArray(), 0];
    }

    private static byte[] LengthOf(int length)
    {
        Span<byte> written = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(written, length);
        return length switch
        {
            < 126 => [(byte)length],
            <= ushort.MaxValue => [126, .. written[6..]],
            _ => [127, .. written],
        };
    }
}

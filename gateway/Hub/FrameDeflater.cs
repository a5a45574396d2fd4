using System.Buffers.Binary;
using System.IO.Compression;

namespace OrleansContest.Gateway.Hub;

/// <summary>Compresses the messages of finished frames, each by itself: <c>permessage-deflate</c> without context take-over (RFC 7692, 7.2.1).</summary>
internal static class FrameDeflater
{
    /// <summary>Shorter messages hardly get shorter.</summary>
    private const int LeastBytes = 64;

    private const byte Compressed = 0x40;
    private const byte OpcodeBits = 0x0F;
    private const byte TextOpcode = 1;

    /// <summary>What a flush ends with, and the receiver adds again.</summary>
    private const int TailBytes = 4;

    [ThreadStatic]
    private static MemoryStream? scratch;

    /// <param name="frames">Whole frames of a server, one after another.</param>
    /// <returns>The same messages; those that are shorter compressed, compressed.</returns>
    public static byte[] Deflate(ReadOnlySpan<byte> frames)
    {
        var output = FrameBuffer.Rent();
        while (frames.Length > 0)
        {
            var header = HeaderOf(frames, out var payload);
            Write(output, frames[..(header + payload)], header);
            frames = frames[(header + payload)..];
        }

        return output.Take();
    }

    private static void Write(FrameBuffer output, ReadOnlySpan<byte> frame, int header)
    {
        var payload = frame[header..];
        var packed = (frame[0] & OpcodeBits) == TextOpcode && payload.Length >= LeastBytes ? Pack(payload) : payload;
        if (packed.Length < payload.Length)
        {
            output.Begin();
            output.Write(packed);
            output.End(Compressed);
        }
        else
        {
            output.Write(frame);
        }
    }

    private static ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> payload)
    {
        var into = scratch ??= new MemoryStream();
        into.SetLength(0);
        using var deflate = new DeflateStream(into, CompressionLevel.Fastest, leaveOpen: true);
        deflate.Write(payload);
        deflate.Flush();
        return into.GetBuffer().AsSpan(0, (int)into.Length - TailBytes);
    }

    private static int HeaderOf(ReadOnlySpan<byte> frame, out int payload)
    {
        (var header, payload) = frame[1] switch
        {
            126 => (4, BinaryPrimitives.ReadUInt16BigEndian(frame[2..])),
            127 => (10, (int)BinaryPrimitives.ReadUInt64BigEndian(frame[2..])),
            var length => (2, length),
        };
        return header;
    }
}

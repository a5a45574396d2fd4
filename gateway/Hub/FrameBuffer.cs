using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace OrleansContest.Gateway.Hub;

/// <summary>Builds text frames as a server sends them (RFC 6455, 5.2: final, not masked), one after another.</summary>
internal sealed class FrameBuffer
{
    private const byte FinalText = 0x81;
    private const int UsualHeader = 4;
    private const int KeptBytes = 256 << 10;

    [ThreadStatic]
    private static FrameBuffer? spare;

    private byte[] bytes = new byte[4096];
    private int length;
    private int start;
    private bool isBare;

    /// <summary>An empty buffer of this thread's own, until <see cref="Take"/>.</summary>
    public static FrameBuffer Rent()
    {
        var buffer = spare ?? new FrameBuffer();
        spare = null;
        return buffer;
    }

    /// <summary>Begins a frame; most are 126 to 65,535 bytes long, so that is the header room left for it.</summary>
    /// <param name="bare">Whether it has no header at all: what is no WebSocket, but a stream of text, takes messages as they are.</param>
    public void Begin(bool bare = false)
    {
        isBare = bare;
        Reserve(UsualHeader);
        length += bare ? 0 : UsualHeader;
        start = length;
    }

    public void Write(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Writes a text of ASCII characters.</summary>
    public void Write(string text)
    {
        Reserve(text.Length);
        length += Encoding.ASCII.GetBytes(text, bytes.AsSpan(length));
    }

    public void Write(long number)
    {
        const int longest = 20;
        Reserve(longest);
        Utf8Formatter.TryFormat(number, bytes.AsSpan(length), out var written);
        length += written;
    }

    /// <summary>Writes <c>,"epoch":…,"seq":…</c>, and <c>,"prev":…</c> unless that is <see cref="Block.NoPrev"/>. Epochs need no escaping, by their alphabet.</summary>
    public void WritePosition(string epoch, long seq, long prev)
    {
        Write(",\"epoch\":\""u8);
        Write(epoch);
        Write("\",\"seq\":"u8);
        Write(seq);
        if (prev != Block.NoPrev)
        {
            Write(",\"prev\":"u8);
            Write(prev);
        }
    }

    /// <summary>Ends the frame, now that its length is known.</summary>
    /// <param name="bits">More bits of its first byte.</param>
    public void End(byte bits = 0)
    {
        if (isBare)
        {
            return;
        }

        var payload = length - start;
        var header = payload < 126 ? 2 : payload <= ushort.MaxValue ? UsualHeader : 10;
        MovePayload(header - UsualHeader, payload);
        WriteHeader(bytes.AsSpan(start - header, header), payload);
        bytes[start - header] |= bits;
    }

    /// <summary>The frames so far, in an array of their exact length; the buffer goes back.</summary>
    public byte[] Take()
    {
        var frames = bytes.AsSpan(0, length).ToArray();
        length = 0;
        spare = bytes.Length <= KeptBytes ? this : null;
        return frames;
    }

    private static void WriteHeader(Span<byte> header, int payload)
    {
        header[0] = FinalText;
        switch (header.Length)
        {
            case 2:
                header[1] = (byte)payload;
                break;
            case UsualHeader:
                header[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload);
                break;
            default:
                header[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload);
                break;
        }
    }

    private void MovePayload(int shift, int payload)
    {
        if (shift != 0)
        {
            Reserve(Math.Max(shift, 0));
            bytes.AsSpan(start, payload).CopyTo(bytes.AsSpan(start + shift));
            start += shift;
            length += shift;
        }
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        }
    }
}

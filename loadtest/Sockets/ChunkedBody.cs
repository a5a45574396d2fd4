using System.Buffers.Text;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Takes a chunked body apart, RFC 9112 section 7.1.</summary>
/// <param name="take">Is given what the chunks carry.</param>
internal sealed class ChunkedBody(ChunkedBody.Taker take)
{
    private readonly byte[] line = new byte[64];
    private int inLine;
    private int left;
    private bool isInChunk;

    public delegate void Taker(ReadOnlySpan<byte> bytes);

    /// <exception cref="FrameException">It is not chunked.</exception>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[(isInChunk ? TakeChunk(bytes) : TakeLine(bytes))..];
        }
    }

    private int TakeChunk(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(left, bytes.Length);
        take(bytes[..count]);
        left -= count;
        isInChunk = left > 0;
        return count;
    }

    /// <summary>The size of the next chunk; the line before it, which ends a chunk, is empty.</summary>
    private int TakeLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var piece = end < 0 ? bytes : bytes[..(end + 1)];
        if (piece.Length > line.Length - inLine)
        {
            throw new FrameException(CloseReason.BrokeProtocol, "A chunk's size does not end.");
        }

        piece.CopyTo(line.AsSpan(inLine));
        inLine += piece.Length;
        if (end >= 0)
        {
            Read(line.AsSpan(0, inLine).TrimEnd("\r\n"u8));
            inLine = 0;
        }

        return piece.Length;
    }

    private void Read(ReadOnlySpan<byte> size)
    {
        if (size.Length > 0)
        {
            isInChunk = Utf8Parser.TryParse(size, out left, out var used, 'x') && used > 0 && left >= 0
                ? left > 0
                : throw new FrameException(CloseReason.BrokeProtocol, "A chunk without a size.");
        }
    }
}

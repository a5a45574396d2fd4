using System.IO.Compression;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>
/// Inflates messages that were deflated without context take-over (RFC 7692). Each ends on a byte boundary and looks back into nothing but
/// itself, so one stream takes all messages of all connections, one after another, and nothing is set up for a message.
/// </summary>
internal sealed class Inflater
{
    private const int rememberedMost = 64 << 10;

    [ThreadStatic]
    private static Inflater? ofThisThread;

    private readonly Source source = new();
    private DeflateStream inflate;
    private byte[] output = new byte[4 << 10];
    private byte[] lastInput = [];
    private int lastLength;

    private Inflater() => inflate = Fresh();

    public static Inflater OfThisThread => ofThisThread ??= new Inflater();

    /// <summary>What ends every message, and is not sent with it.</summary>
    private static ReadOnlySpan<byte> Tail => [0x00, 0x00, 0xff, 0xff];

    /// <summary>A block of its own. If just that comes out of it, the message before it was whole.</summary>
    private static ReadOnlySpan<byte> Probe => [0x00, 0x04, 0x00, 0xfb, 0xff, (byte)'m', (byte)'a', (byte)'r', (byte)'k'];

    /// <summary>The same bytes again, as another spectator gets them, cost a comparison.</summary>
    /// <returns>Good until the next call on this thread.</returns>
    /// <exception cref="FrameException">It is not deflated, or too large.</exception>
    public ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> deflated, int max)
    {
        if (lastInput.Length == 0 || !deflated.SequenceEqual(lastInput))
        {
            lastInput = [];
            source.Begin(deflated, Tail);
            lastLength = ReadAll(max);
            lastInput = deflated.Length <= rememberedMost ? deflated.ToArray() : [];
        }

        return lastLength <= max ? output.AsSpan(0, lastLength) : throw TooBig(max);
    }

    private static FrameException TooBig(int max) => new(CloseReason.TooBig, $"A message that inflates to more than {max} bytes.");

    private int ReadAll(int max)
    {
        try
        {
            var length = ReadUpTo(max);
            if (source.WasLeft)
            {
                inflate = Fresh(); // Its last block was marked as such; nothing follows in that stream.
                return length;
            }

            return IsAtItsEnd() ? length : throw new InvalidDataException("it breaks off.");
        }
        catch (Exception fault) when (fault is InvalidDataException or FrameException)
        {
            inflate = Fresh();
            throw fault as FrameException ?? new FrameException(CloseReason.NotText, $"A compressed message cannot be inflated: {fault.Message}");
        }
    }

    private bool IsAtItsEnd()
    {
        Span<byte> found = stackalloc byte[16];
        source.Begin(Probe, []);
        return found[..inflate.Read(found)].SequenceEqual(Probe[5..]);
    }

    private int ReadUpTo(int max)
    {
        var length = 0;
        while (inflate.Read(output, length, output.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > max)
            {
                throw TooBig(max);
            }

            if (length == output.Length)
            {
                Array.Resize(ref output, (int)Math.Min(2L * output.Length, Math.Max(max + 1L, output.Length + 1L)));
            }
        }

        return length;
    }

    private DeflateStream Fresh() => new(source, CompressionMode.Decompress, leaveOpen: true);

    /// <summary>A message and its tail, then nothing until the next.</summary>
    private sealed class Source : Stream
    {
        private byte[] bytes = new byte[1 << 10];
        private int length;
        private int taken;

        /// <summary>Whether nobody asked for more than there was: the stream thinks that it is at its end.</summary>
        public bool WasLeft { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Begin(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tail)
        {
            length = message.Length + tail.Length;
            bytes = bytes.Length < length ? new byte[length] : bytes;
            message.CopyTo(bytes);
            tail.CopyTo(bytes.AsSpan(message.Length));
            (taken, WasLeft) = (0, true);
        }

        public override int Read(Span<byte> buffer)
        {
            WasLeft = taken < length;
            var count = Math.Min(buffer.Length, length - taken);
            bytes.AsSpan(taken, count).CopyTo(buffer);
            taken += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

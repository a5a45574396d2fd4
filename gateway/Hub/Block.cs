namespace OrleansContest.Gateway.Hub;

/// <summary>Whole WebSocket frames, one after another, that any number of sockets may send. Encoded when first sent, if ever.</summary>
internal abstract class Block
{
    /// <summary>Stands for "no update before it is named".</summary>
    public const long NoPrev = -1;

    /// <summary>So many differently chained forms are compressed; the few who stand elsewhere are sent the frames as they are.</summary>
    private const int MostDeflated = 4;

    private readonly Lock deflating = new();
    private Deflated? deflated;
    private int deflations;

    /// <summary>How many frames.</summary>
    public required int Frames { get; init; }

    /// <summary>How many bytes at most.</summary>
    public required int Weight { get; init; }

    /// <summary>The frames for a subscriber whose last update was <paramref name="cursor"/>. Callable from any thread.</summary>
    public abstract ReadOnlyMemory<byte> Encode(long cursor);

    /// <summary>The same compressed, which is done once for all who have that agreed.</summary>
    public ReadOnlyMemory<byte> Deflate(long cursor)
    {
        var plain = Encode(cursor);
        var made = Volatile.Read(ref deflated);
        return made is not null && made.Plain.Equals(plain) ? made.Packed : Deflate(plain);
    }

    private ReadOnlyMemory<byte> Deflate(ReadOnlyMemory<byte> plain)
    {
        lock (deflating)
        {
            if (deflated is not { } made || !made.Plain.Equals(plain))
            {
                if (deflations++ >= MostDeflated)
                {
                    return plain;
                }

                deflated = made = new Deflated(plain, FrameDeflater.Deflate(plain.Span));
            }

            return made.Packed;
        }
    }

    private sealed record Deflated(ReadOnlyMemory<byte> Plain, byte[] Packed);
}

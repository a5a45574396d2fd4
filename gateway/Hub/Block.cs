namespace OrleansContest.Gateway.Hub;

/// <summary>Whole WebSocket frames, one after another, that any number of sockets may send. Encoded when first sent, if ever.</summary>
internal abstract class Block
{
    /// <summary>Stands for "no update before it is named".</summary>
    public const long NoPrev = -1;

    /// <summary>How many frames.</summary>
    public required int Frames { get; init; }

    /// <summary>How many bytes at most.</summary>
    public required int Weight { get; init; }

    /// <summary>The frames for a subscriber whose last update was <paramref name="cursor"/>. Callable from any thread.</summary>
    public abstract ReadOnlyMemory<byte> Encode(long cursor);
}

namespace OrleansContest.Gateway.Hub;

/// <summary>Frames that wait for one socket.</summary>
/// <param name="Block">The frames.</param>
/// <param name="Owner">The subscription they belong to; null for answers, which are never withdrawn.</param>
/// <param name="Before">Where the subscriber stands before them.</param>
internal readonly record struct OutboxItem(Block Block, object? Owner, Cursor Before)
{
    public ReadOnlyMemory<byte> Encode() => Block.Encode(Before.Seq);

    public ReadOnlyMemory<byte> Deflate() => Block.Deflate(Before.Seq);
}

using System.Diagnostics.CodeAnalysis;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Messages to one client, one after another.</summary>
internal sealed class SeveralBlocks : Block
{
    private readonly IReadOnlyList<Block> blocks;

    [SetsRequiredMembers]
    private SeveralBlocks(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        (Frames, Weight) = (blocks.Sum(block => block.Frames), blocks.Sum(block => block.Weight));
    }

    /// <returns>Null when there are none.</returns>
    public static SeveralBlocks? Of(IReadOnlyList<Block> blocks) => blocks.Count == 0 ? null : new(blocks);

    public override ReadOnlyMemory<byte> Encode(long cursor) => blocks.SelectMany(block => block.Encode(cursor).ToArray()).ToArray();
}

using System.Diagnostics.CodeAnalysis;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>A message that is the same for everybody but for a piece in the middle. Put together when it is sent: a thousand may wait.</summary>
internal sealed class OwnBlock : Block
{
    private readonly ReadOnlyMemory<byte> head;
    private readonly ReadOnlyMemory<byte> own;
    private readonly ReadOnlyMemory<byte> tail;

    [SetsRequiredMembers]
    public OwnBlock(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> own, ReadOnlyMemory<byte> tail)
    {
        (this.head, this.own, this.tail) = (head, own, tail);
        (Frames, Weight) = (1, head.Length + own.Length + tail.Length);
    }

    public override ReadOnlyMemory<byte> Encode(long cursor)
    {
        var output = FrameBuffer.Rent();
        output.Begin();
        output.Write(head.Span);
        output.Write(own.Span);
        output.Write(tail.Span);
        output.End();
        return output.Take();
    }
}

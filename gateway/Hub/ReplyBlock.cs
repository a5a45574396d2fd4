using System.Diagnostics.CodeAnalysis;

namespace OrleansContest.Gateway.Hub;

/// <summary>A frame of one socket's own: an answer to its client, or a control frame.</summary>
internal sealed class ReplyBlock : Block
{
    private readonly byte[] frame;

    [SetsRequiredMembers]
    private ReplyBlock(byte[] frame, int frames, int weight)
    {
        this.frame = frame;
        (Frames, Weight) = (frames, weight);
    }

    /// <summary>A control frame, which weighs nothing: there is never more than one of a sort.</summary>
    public static ReplyBlock Control(ReadOnlySpan<byte> frame) => new(frame.ToArray(), 0, 0);

    /// <summary>A text message.</summary>
    public static ReplyBlock Text(ReadOnlySpan<byte> message)
    {
        var buffer = FrameBuffer.Rent();
        buffer.Begin();
        buffer.Write(message);
        return Text(buffer);
    }

    /// <summary>A message for a stream of text, which has no frames.</summary>
    public static ReplyBlock Bare(ReadOnlySpan<byte> message) => new(message.ToArray(), 1, message.Length);

    /// <summary>A text message whose frame was begun in a buffer, which goes back.</summary>
    public static ReplyBlock Text(FrameBuffer buffer)
    {
        buffer.End();
        var frame = buffer.Take();
        return new ReplyBlock(frame, 1, frame.Length);
    }

    public override ReadOnlyMemory<byte> Encode(long cursor) => frame;
}

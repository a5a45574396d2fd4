using System.Diagnostics.CodeAnalysis;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>A full state, as one frame.</summary>
internal sealed class FullBlock : Block
{
    private readonly FeedVoice voice;
    private readonly FullState full;
    private readonly bool isChained;
    private Encoded? latest;

    /// <param name="voice">How it is written.</param>
    /// <param name="full">The state.</param>
    /// <param name="isChained">Whether it stands for updates that its subscribers had to miss, and names the last one they have.</param>
    [SetsRequiredMembers]
    public FullBlock(FeedVoice voice, FullState full, bool isChained)
    {
        (this.voice, this.full, this.isChained) = (voice, full, isChained);
        Frames = 1;
        Weight = full.Data.Length + voice.Dialect.Envelope(voice.Channel);
    }

    public override ReadOnlyMemory<byte> Encode(long cursor)
    {
        var prev = isChained ? cursor : NoPrev;
        var made = latest;
        if (made?.Prev != prev)
        {
            latest = made = new Encoded(prev, Compose(prev));
        }

        return made.Frame;
    }

    private byte[] Compose(long prev)
    {
        var output = FrameBuffer.Rent();
        output.Begin(voice.Dialect.IsBare);
        voice.Dialect.WriteFull(output, voice, full, prev);
        output.End();
        return output.Take();
    }

    private sealed record Encoded(long Prev, byte[] Frame);
}

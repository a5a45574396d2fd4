using System.Diagnostics.CodeAnalysis;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What is only of the moment, a frame for each value.</summary>
internal sealed class MomentsBlock : Block
{
    private readonly IDialect dialect;
    private readonly string channel;
    private readonly IReadOnlyList<Moment> moments;
    private readonly DateTimeOffset asOf;
    private byte[]? encoded;

    /// <param name="dialect">How they are written.</param>
    /// <param name="channel">The channel, by the name subscribers use.</param>
    /// <param name="moments">At least one.</param>
    /// <param name="asOf">When they were so.</param>
    [SetsRequiredMembers]
    public MomentsBlock(IDialect dialect, string channel, IReadOnlyList<Moment> moments, DateTimeOffset asOf)
    {
        (this.dialect, this.channel, this.moments, this.asOf) = (dialect, channel, moments, asOf);
        Frames = moments.Count;
        Weight = moments.Sum(moment => moment.Data.Length + moment.Type.Length + dialect.Envelope(channel));
    }

    public override ReadOnlyMemory<byte> Encode(long cursor) => encoded ??= Compose();

    private byte[] Compose()
    {
        var output = FrameBuffer.Rent();
        foreach (var moment in moments)
        {
            output.Begin(dialect.IsBare);
            dialect.WriteMoment(output, channel, moment, asOf);
            output.End();
        }

        return output.Take();
    }
}

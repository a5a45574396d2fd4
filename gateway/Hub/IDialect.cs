using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>How a wire contract writes what feeds have to say.</summary>
internal interface IDialect
{
    /// <summary>Whether its messages stand in a stream of text as they are, without the headers of a WebSocket's frames.</summary>
    bool IsBare => false;

    /// <summary>Bytes that a message has at most beside its data, for a channel of that name.</summary>
    int Envelope(string channel);

    /// <param name="output">Takes the message, as one frame's payload.</param>
    /// <param name="from">The channel's name and the numbering.</param>
    /// <param name="update">The update.</param>
    /// <param name="prev">The update before it, where that is not the number before; else <see cref="Block.NoPrev"/>.</param>
    void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev);

    /// <param name="output">Takes the message, as one frame's payload.</param>
    /// <param name="channel">The channel, by the name subscribers use.</param>
    /// <param name="moment">What is only of the moment, so that it has no number.</param>
    void WriteMoment(FrameBuffer output, string channel, Moment moment);

    /// <inheritdoc cref="WriteMoment(FrameBuffer, string, Moment)"/>
    /// <param name="asOf">When it was so; only for contracts that tell it.</param>
    void WriteMoment(FrameBuffer output, string channel, Moment moment, DateTimeOffset asOf) => WriteMoment(output, channel, moment);

    /// <summary>Only for dialects in which subscribers can ask for it.</summary>
    /// <param name="output">Takes the message, as one frame's payload.</param>
    /// <param name="channel">The channel, by the name subscribers use.</param>
    /// <param name="count">How many watch it, over all gateways.</param>
    void WriteAudience(FrameBuffer output, string channel, int count) =>
        throw new NotSupportedException("This contract does not tell how many are watching.");

    /// <param name="output">Takes the message, as one frame's payload.</param>
    /// <param name="from">The channel's name and the numbering.</param>
    /// <param name="full">The full state.</param>
    /// <param name="prev">The last update of the subscriber for whom this is one merged update; else <see cref="Block.NoPrev"/>.</param>
    void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev);
}

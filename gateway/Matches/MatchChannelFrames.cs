using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Matches;

/// <summary>How <c>/ws</c> writes the messages of a match: <c>{type, channel, epoch, seq, prev?, data}</c>, the events of the contract as types.</summary>
/// <param name="envelopes">How it writes those of every channel.</param>
internal sealed class MatchChannelFrames(IDialect envelopes) : IDialect
{
    public int Envelope(string channel) => (2 * envelopes.Envelope(channel)) + 100;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev) => envelopes.WriteUpdate(output, from, update, prev);

    /// <summary>Two messages: the totals, and the map, which has the position.</summary>
    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        var (stats, aggregates) = MatchPayload.PartsOf(full.Data.Span);
        Open(output, MatchPayload.Stats, from.Channel);
        Data(output, from.Channel, "stats"u8, full.Data.Span[stats]);
        output.End();

        output.Begin();
        Open(output, MatchPayload.Initial, from.Channel);
        MatchPayload.WritePosition(output, from.Epoch, full.At.Seq, prev);
        Data(output, from.Channel, "aggregates"u8, full.Data.Span[aggregates]);
    }

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) => envelopes.WriteMoment(output, channel, moment);

    private static void Open(FrameBuffer output, string type, string channel)
    {
        output.Write("{\"type\":\""u8);
        output.Write(type);
        output.Write("\",\"channel\":\""u8);
        output.Write(channel);
        output.Write("\""u8);
    }

    private static void Data(FrameBuffer output, string channel, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Write(",\"data\":"u8);
        MatchPayload.WritePart(output, channel, name, value);
        output.Write("}}"u8);
    }
}

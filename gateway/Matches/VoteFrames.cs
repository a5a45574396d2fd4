using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.SocketIo;

namespace OrleansContest.Gateway.Matches;

/// <summary>How the match-votes contract writes messages: events of the namespace <c>/votes</c>, with the position among the members of their payload.</summary>
internal sealed class VoteFrames : IDialect
{
    public int Envelope(string channel) => (2 * channel.Length) + Position.MaxEpochLength + 300;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev)
    {
        SocketIoText.BeginEvent(output, VoteNamespace.Path, update.Type);
        output.Write(update.Data.Span[..^1]);
        MatchPayload.WritePosition(output, from.Epoch, update.Seq, prev);
        output.Write("}"u8);
        SocketIoText.EndEvent(output);
    }

    /// <summary>Two messages: the totals, and the map, which has the position.</summary>
    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        var (stats, aggregates) = MatchPayload.PartsOf(full.Data.Span);
        SocketIoText.BeginEvent(output, VoteNamespace.Path, MatchPayload.Stats);
        MatchPayload.WritePart(output, from.Channel, "stats"u8, full.Data.Span[stats]);
        output.Write("}"u8);
        SocketIoText.EndEvent(output);
        output.End();

        output.Begin();
        SocketIoText.BeginEvent(output, VoteNamespace.Path, MatchPayload.Initial);
        MatchPayload.WritePart(output, from.Channel, "aggregates"u8, full.Data.Span[aggregates]);
        MatchPayload.WritePosition(output, from.Epoch, full.At.Seq, prev);
        output.Write("}"u8);
        SocketIoText.EndEvent(output);
    }

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) =>
        throw new NotSupportedException("A match has nothing that is only of the moment.");
}

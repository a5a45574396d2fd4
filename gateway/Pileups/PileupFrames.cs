using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>How the pileup-queue contract writes events by WebSocket: <c>{type, event, event_type, data, timestamp, epoch, seq, prev?}</c>.</summary>
/// <remarks>Names are our own and need no escaping; so do epochs, by their alphabet.</remarks>
internal sealed class PileupFrames(TimeProvider clock) : IDialect
{
    public int Envelope(string channel) => Position.MaxEpochLength + 200;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev)
    {
        Open(output, update.Type);
        output.Write(update.Data.Span);
        Close(output, from.Epoch, update.Seq, prev);
    }

    /// <summary>The greeting: see <see cref="PileupGreeting"/>.</summary>
    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev) =>
        throw new NotSupportedException("Everybody is greeted by a connection id of their own.");

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) =>
        throw new NotSupportedException("A pileup has nothing that is only of the moment.");

    /// <summary>Everything up to an event's data.</summary>
    public static void Open(FrameBuffer output, string name)
    {
        output.Write("{\"type\":\"event\",\"event\":\""u8);
        output.Write(name);
        output.Write("\",\"event_type\":\""u8);
        output.Write(name);
        output.Write("\",\"data\":"u8);
    }

    /// <summary>Everything after an event's data.</summary>
    public void Close(FrameBuffer output, string epoch, long seq, long prev)
    {
        output.Write(",\"timestamp\":\""u8);
        output.Write(Now());
        output.Write("\""u8);
        output.WritePosition(epoch, seq, prev);
        output.Write("}"u8);
    }

    public string Now() => PileupJsonText.Text(clock.GetUtcNow());
}

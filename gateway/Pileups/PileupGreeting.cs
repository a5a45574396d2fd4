using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The event <c>connected</c> of one connection: the whole state, in one message. Told again where it stands for events that were missed.</summary>
/// <param name="frames">How events are written.</param>
/// <param name="connectionId">The connection's own name.</param>
internal sealed class PileupGreeting(PileupFrames frames, string connectionId) : IDialect
{
    public int Envelope(string channel) => frames.Envelope(channel) + 200;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev) => frames.WriteUpdate(output, from, update, prev);

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) => frames.WriteMoment(output, channel, moment);

    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        PileupFrames.Open(output, "connected");
        output.Write("{\"message\":\"WebSocket connection established\",\"server_time\":\""u8);
        output.Write(frames.Now());
        output.Write("\",\"connection_id\":\""u8);
        output.Write(connectionId);
        output.Write("\",\"events_enabled\":true,\"state\":"u8);
        output.Write(full.Data.Span);
        output.Write("}"u8);
        frames.Close(output, from.Epoch, full.At.Seq, prev);
    }
}

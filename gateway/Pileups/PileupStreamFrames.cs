using System.Globalization;
using System.Text;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The same events as server-sent events: <c>event: NAME</c>, <c>id: EPOCH:SEQ</c>, <c>data: {type, data, timestamp, epoch, seq, prev?}</c>.</summary>
/// <remarks>Source of the form: HTML Living Standard, 9.2.6. JSON as we write it has no line breaks.</remarks>
internal sealed class PileupStreamFrames(TimeProvider clock) : IDialect
{
    public bool IsBare => true;

    public int Envelope(string channel) => (2 * Position.MaxEpochLength) + 200;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev) =>
        Write(output, update.Type, update.Data.Span, new Position(from.Epoch, update.Seq), prev);

    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev) => Write(output, "connected", full.Data.Span, full.At, prev);

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) =>
        throw new NotSupportedException("A pileup has nothing that is only of the moment.");

    /// <summary>Shows that the stream is alive: as a comment, and for those who count events as one without a number.</summary>
    public Block KeepAlive() => Saying(": keepalive\n", "keepalive", "null");

    /// <summary>Tells a browser to come back, at a random moment within 10 s.</summary>
    public Block Farewell() => Saying(
        string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(10_000)}\n"), "shutdown", PileupJsonText.Text(PileupReplies.ShutdownText()));

    private static void Begin(FrameBuffer output, string name)
    {
        output.Write("event: "u8);
        output.Write(name);
        output.Write("\n"u8);
    }

    private void Write(FrameBuffer output, string name, ReadOnlySpan<byte> data, Position at, long prev)
    {
        Begin(output, name);
        output.Write("id: "u8);
        output.Write(at.ToString());
        output.Write("\ndata: {\"type\":\""u8);
        output.Write(name);
        output.Write("\",\"data\":"u8);
        output.Write(data);
        output.Write(",\"timestamp\":\""u8);
        output.Write(Now());
        output.Write("\",\"epoch\":\""u8);
        output.Write(at.Epoch);
        output.Write("\",\"seq\":"u8);
        output.Write(at.Seq);
        if (prev != Block.NoPrev)
        {
            output.Write(",\"prev\":"u8);
            output.Write(prev);
        }

        output.Write("}\n\n"u8);
    }

    private ReplyBlock Saying(string before, string name, string data) => ReplyBlock.Bare(Encoding.UTF8.GetBytes(
        $$"""{{before}}event: {{name}}{{"\n"}}data: {"type":"{{name}}","data":{{data}},"timestamp":"{{Now()}}"}{{"\n\n"}}"""));

    private string Now() => PileupJsonText.Text(clock.GetUtcNow());
}

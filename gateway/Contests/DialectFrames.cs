using System.Collections.Concurrent;
using System.Text;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>How the contest-log contract writes updates: <c>{type, channel, epoch, seq, prev?, data, …}</c>.</summary>
/// <remarks>Types are our own names and need no escaping; so do channels and epochs, by their alphabets.</remarks>
internal sealed class DialectFrames : IDialect
{
    private const string Full = "full";

    private readonly ConcurrentDictionary<string, byte[]> openings = new();

    public int Envelope(string channel) => channel.Length + Position.MaxEpochLength + 120;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev)
    {
        Open(output, update.Type, from, update.Seq, prev);
        output.Write(update.Data.Span);
        if (update.Beside.Length > 0)
        {
            output.Write(","u8);
            output.Write(update.Beside.Span);
        }

        output.Write("}"u8);
    }

    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        Open(output, Full, from, full.At.Seq, prev);
        output.Write(full.Data.Span);
        output.Write("}"u8);
    }

    public void WriteMoment(FrameBuffer output, string channel, Moment moment)
    {
        output.Write(openings.GetOrAdd(moment.Type, OpeningOf));
        output.Write(channel);
        output.Write("\",\"data\":"u8);
        output.Write(moment.Data.Span);
        output.Write("}"u8);
    }

    public void WriteAudience(FrameBuffer output, string channel, int count)
    {
        output.Write("{\"type\":\"audience\",\"channel\":\""u8);
        output.Write(channel);
        output.Write("\",\"data\":{\"contestId\":\""u8);
        output.Write(channel[(channel.IndexOf(':') + 1)..]);
        output.Write("\",\"count\":"u8);
        output.Write(count);
        output.Write("}}"u8);
    }

    private void Open(FrameBuffer output, string type, FeedVoice from, long seq, long prev)
    {
        output.Write(openings.GetOrAdd(type, OpeningOf));
        output.Write(from.Channel);
        output.Write("\",\"epoch\":\""u8);
        output.Write(from.Epoch);
        output.Write("\",\"seq\":"u8);
        output.Write(seq);
        if (prev != Block.NoPrev)
        {
            output.Write(",\"prev\":"u8);
            output.Write(prev);
        }

        output.Write(",\"data\":"u8);
    }

    private static byte[] OpeningOf(string type) => Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","channel":" """.TrimEnd());
}

using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>How the live-event contract writes messages: <c>{type, epoch, seq, prev?, data}</c>; what is only of the moment without numbers.</summary>
/// <remarks>Types are our own names and need no escaping; so do epochs, by their alphabet.</remarks>
internal sealed class EventFrames : IDialect
{
    /// <summary>The one message that says it all by its type.</summary>
    private const string Refresh = "refresh";

    public int Envelope(string channel) => Position.MaxEpochLength + 120;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev)
    {
        Open(output, update.Type);
        output.WritePosition(from.Epoch, update.Seq, prev);
        if (update.Type != Refresh)
        {
            Data(output, update.Data.Span);
        }

        output.Write("}"u8);
    }

    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        Open(output, "full");
        output.WritePosition(from.Epoch, full.At.Seq, prev);
        Data(output, full.Data.Span);
        output.Write("}"u8);
    }

    public void WriteMoment(FrameBuffer output, string channel, Moment moment)
    {
        Open(output, moment.Type);
        Data(output, moment.Data.Span);
        output.Write("}"u8);
    }

    private static void Open(FrameBuffer output, string type)
    {
        output.Write("{\"type\":\""u8);
        output.Write(type);
        output.Write("\""u8);
    }

    private static void Data(FrameBuffer output, ReadOnlySpan<byte> data)
    {
        output.Write(",\"data\":"u8);
        output.Write(data);
    }
}

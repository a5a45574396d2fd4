using System.Globalization;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>How the quiz contract writes events: <c>{event, epoch, seq, prev?, data, timestamp}</c>; what has no number without the three.</summary>
/// <remarks>Names are our own and need no escaping; so do epochs, by their alphabet. An update brings its own time, so that all gateways say the same.</remarks>
internal sealed class QuizFrames(TimeProvider clock) : IDialect
{
    public int Envelope(string channel) => Position.MaxEpochLength + 160;

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev)
    {
        Open(output, update.Type);
        output.WritePosition(from.Epoch, update.Seq, prev);
        Data(output, update.Data.Span);
        output.Write(","u8);
        output.Write(update.Beside.Span);
        output.Write("}"u8);
    }

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) => WriteMoment(output, channel, moment, clock.GetUtcNow());

    public void WriteMoment(FrameBuffer output, string channel, Moment moment, DateTimeOffset asOf)
    {
        Open(output, moment.Type);
        Data(output, moment.Data.Span);
        Close(output, Text(asOf));
    }

    /// <summary>The question that is being asked. Where there is none nothing has to be shown, and a pong does that.</summary>
    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        var state = QuizFullState.Read(full.Data);
        Open(output, state.Question is null ? QuizNames.Pong : QuizNames.Question);
        output.WritePosition(from.Epoch, full.At.Seq, prev);
        Data(output, state.Question ?? "{}"u8);
        Close(output, state.QuestionAt ?? Text(clock.GetUtcNow()));
    }

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static void Open(FrameBuffer output, string name)
    {
        output.Write("{\"event\":\""u8);
        output.Write(name);
        output.Write("\""u8);
    }

    public static void Data(FrameBuffer output, ReadOnlySpan<byte> data)
    {
        output.Write(",\"data\":"u8);
        output.Write(data);
    }

    public static void Close(FrameBuffer output, string timestamp)
    {
        output.Write(",\"timestamp\":\""u8);
        output.Write(timestamp);
        output.Write("\"}"u8);
    }
}

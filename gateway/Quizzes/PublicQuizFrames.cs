using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>The same for the public, whose full state is the leaderboard.</summary>
internal sealed class PublicQuizFrames(QuizFrames frames, TimeProvider clock) : IDialect
{
    public int Envelope(string channel) => frames.Envelope(channel);

    public void WriteUpdate(FrameBuffer output, FeedVoice from, Update update, long prev) => frames.WriteUpdate(output, from, update, prev);

    public void WriteMoment(FrameBuffer output, string channel, Moment moment) => frames.WriteMoment(output, channel, moment);

    public void WriteMoment(FrameBuffer output, string channel, Moment moment, DateTimeOffset asOf) => frames.WriteMoment(output, channel, moment, asOf);

    public void WriteFull(FrameBuffer output, FeedVoice from, FullState full, long prev)
    {
        QuizFrames.Open(output, QuizNames.Leaderboard);
        output.WritePosition(from.Epoch, full.At.Seq, prev);
        QuizFrames.Data(output, QuizFullState.Read(full.Data).Leaderboard);
        QuizFrames.Close(output, QuizFrames.Text(clock.GetUtcNow()));
    }
}

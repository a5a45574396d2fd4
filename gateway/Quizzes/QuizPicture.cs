using System.Globalization;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What a gateway knows of a quiz: where it stands, and what was told in the last five minutes. Not safe for threads.</summary>
internal sealed class QuizPicture(string channel, QuizFrames frames)
{
    /// <summary>How long what was told is kept for those who come back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly List<(DateTimeOffset At, Update Update)> told = [];
    private Position? at;
    private Update? question;
    private Moments? moments;
    private DateTimeOffset? completeSince;

    /// <summary>Set when it is over.</summary>
    public ContestEnd? End { get; private set; }

    /// <summary>Where somebody stands who is now told the question.</summary>
    public Cursor Cursor => at is null ? Cursor.None : new Cursor(at.Epoch, at.Seq, at.Seq);

    /// <summary>The question that is being asked; null when none is.</summary>
    public Block? Question => question is null ? null : BlockOf(question);

    /// <summary>The question's clock; null when none runs.</summary>
    public Block? Timer => MomentOf(QuizNames.Timer) is { } timer ? new MomentsBlock(frames, channel, [timer], moments!.AsOf) : null;

    public void Begin(FullState full)
    {
        var state = QuizFullState.Read(full.Data);
        told.Clear();
        (at, moments, completeSince) = (full.At, null, null);
        question = state.Question is null ? null : new Update(full.At.Seq, QuizNames.Question, state.Question, Beside(state.QuestionAt!));
        End = state.End is null ? null : new ContestEnd(full.At, state.End, state.EndAt!);
    }

    public void Take(string epoch, Update update)
    {
        at = new Position(epoch, update.Seq);
        switch (update.Type)
        {
            case QuizNames.End:
                (question, End) = (null, new ContestEnd(at, update.Data, TimestampOf(update)));
                break;
            case QuizNames.Question:
                question = update;
                break;
            case QuizNames.QuestionChange:
                question = null;
                break;
        }

        if (ParticipantView.Only.Passes(update))
        {
            told.Add((DateTimeOffset.Parse(TimestampOf(update), CultureInfo.InvariantCulture), update));
        }
    }

    /// <returns>Whether the leaderboard is another one.</returns>
    public bool Take(Moments present)
    {
        var before = MomentOf(QuizNames.Edition);
        moments = present;
        var asOf = UtcMilliseconds.Cut(present.AsOf);
        var oldest = asOf - Kept;
        told.RemoveAll(message => message.At < oldest);
        completeSince ??= asOf;
        completeSince = completeSince < oldest ? oldest : completeSince;
        return MomentOf(QuizNames.Edition) is { } after && !after.SaysSameAs(before);
    }

    /// <summary>What was told after a moment of which the client says that it has all up to then.</summary>
    /// <returns>Null when that is too long ago, or not known here, so that only the present state will do.</returns>
    /// <remarks>Of several messages of that very moment a client that names it has the first at least, and is given the others.</remarks>
    public IReadOnlyList<(DateTimeOffset At, Block Message)>? Missed(DateTimeOffset last) =>
        completeSince < last && last <= moments?.AsOf
            ? [.. told.Where(message => message.At == last).Skip(1).Concat(told.Where(message => message.At > last)).Select(MessageOf)]
            : null;

    private (DateTimeOffset At, Block Message) MessageOf((DateTimeOffset At, Update Update) message) => (message.At, BlockOf(message.Update));

    private ReplyBlock BlockOf(Update update)
    {
        var output = FrameBuffer.Rent();
        output.Begin();
        frames.WriteUpdate(output, new FeedVoice(frames, channel, at!.Epoch), update, Block.NoPrev);
        return ReplyBlock.Text(output);
    }

    private Moment? MomentOf(string type) => moments?.Values.FirstOrDefault(moment => moment.Type == type);

    private static byte[] Beside(string timestamp) => System.Text.Encoding.ASCII.GetBytes($"\"timestamp\":\"{timestamp}\"");

    /// <summary>Every update of a quiz has <c>"timestamp":"…"</c> beside its data, and nothing else.</summary>
    private static string TimestampOf(Update update) => System.Text.Encoding.ASCII.GetString(update.Beside.Span["\"timestamp\":\"".Length..^1]);
}

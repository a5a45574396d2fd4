using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>The rules of a quiz. Pure: same state and command, same answer.</summary>
public static class QuizRules
{
    public const int MaxParticipants = 200_000;

    /// <summary>Between two questions.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How late, by the server's clock, an answer may come: what the network takes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    public static Decision<QuizEvent> Decide(Quiz quiz, QuizCommand command) => (quiz.Card, command) switch
    {
        (_, CreateQuiz c) => QuizSetup.Create(quiz, c),
        (null, _) => QuizRefusals.ContestNotFound,
        ({ } card, DeleteQuiz c) => Decision<QuizEvent>.Accept(card, new QuizDeleted(c.At)),
        ({ } card, JoinQuiz c) => Join(quiz, card, c),
        ({ Status: QuizStatus.Upcoming } card, StartQuiz c) => Decision<QuizEvent>.Accept(card with { Status = QuizStatus.Active }, Start(c.At)),
        ({ Status: QuizStatus.Active } card, StartQuiz) => Decision<QuizEvent>.Accept(card),
        (_, StartQuiz) => QuizRefusals.AlreadyStarted,
        (_, SubmitAnswer c) => Submit(quiz, c),
        (_, Attend c) => Take(quiz, c),
        _ => throw new UnreachableException(),
    };

    /// <summary>When time alone next changes something.</summary>
    public static DateTimeOffset? NextWake(Quiz quiz, DateTimeOffset at)
    {
        if (quiz.Plan is null)
        {
            return null;
        }

        DateTimeOffset? run = quiz.Phase switch
        {
            Phase.Waiting => quiz.Plan.StartAt,
            Phase.Asking asking => NextIn(quiz, asking, at),
            Phase.Pausing pausing => pausing.Until,
            _ => null,
        };
        return Sooner(run, quiz.Leaderboard.DueAt);
    }

    /// <summary>What has come due: one step of the run, or a fresh leaderboard.</summary>
    public static Decision<QuizEvent> Wake(Quiz quiz, DateTimeOffset at) => quiz.Phase switch
    {
        _ when quiz.Plan is null => Decision<QuizEvent>.Nothing,
        Phase.Waiting when quiz.Plan.StartAt <= at => Happen(Start(at)),
        Phase.Asking asking when asking.EndsAt <= at || EndsEarly(quiz, asking, at) => Happen(new QuestionEnded(asking.Index, at)),
        Phase.Pausing pausing when pausing.Until <= at => Happen(Next(quiz, pausing, at)),
        _ when quiz.Leaderboard.DueAt <= at => Decision<QuizEvent>.AcceptPassing(quiz, new LeaderboardShown(at)),
        _ => Decision<QuizEvent>.Nothing,
    };

    /// <summary>How long it rests after a question: the last one waits only for answers that are on their way.</summary>
    internal static TimeSpan PauseAfter(int index, int questions) => index + 1 < questions ? Pause : Grace;

    private static QuizEvent[] Start(DateTimeOffset at) => [new QuizStarted(at), new QuestionAsked(0, at)];

    private static QuizEvent Next(Quiz quiz, Phase.Pausing pausing, DateTimeOffset at) =>
        pausing.Index + 1 < quiz.Questions.Count ? new QuestionAsked(pausing.Index + 1, at) : new QuizEnded(at);

    private static bool EndsEarly(Quiz quiz, Phase.Asking asking, DateTimeOffset at) =>
        quiz.Attendance.IsSettled(at) && quiz.EverybodyAnswered(asking.Index, at);

    private static DateTimeOffset NextIn(Quiz quiz, Phase.Asking asking, DateTimeOffset at)
    {
        if (EndsEarly(quiz, asking, at))
        {
            return at;
        }

        var nextTick = asking.EndsAt - TimeSpan.FromSeconds(Math.Ceiling((asking.EndsAt - at).TotalSeconds) - 1);
        var next = nextTick < asking.EndsAt ? nextTick : asking.EndsAt;
        return quiz.Attendance.SettlesAt is { } settles && settles > at && settles < next ? settles : next;
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static Decision<QuizEvent> Happen(params IReadOnlyList<QuizEvent> events) => Decision<QuizEvent>.Accept(events, events);

    private static Decision<QuizEvent> Join(Quiz quiz, QuizCard card, JoinQuiz command)
    {
        if (quiz.Ranking.Find(command.Participant.UserId) is not null)
        {
            return Decision<QuizEvent>.Accept(new Joined(IsNew: false));
        }

        return card switch
        {
            { Status: QuizStatus.Completed } => QuizRefusals.NotJoinable,
            { TotalParticipants: >= MaxParticipants } => QuizRefusals.Full,
            _ => Decision<QuizEvent>.Accept(new Joined(IsNew: true), new ParticipantJoined(command.Participant, command.At)),
        };
    }

    private static Decision<QuizEvent> Take(Quiz quiz, Attend command)
    {
        var replaced = command.Attendees.Where(attendee => quiz.Attendance.IsReplaced(command.Gateway, attendee, command.At));
        return Decision<QuizEvent>.AcceptPassing(
            new AttendanceTaken([.. replaced.Select(attendee => attendee.ConnectionId)]),
            new Attended(command.Gateway, command.Attendees, command.AreAll, command.At));
    }

    private static Decision<QuizEvent> Submit(Quiz quiz, SubmitAnswer command)
    {
        var (index, startedAt, endsAt) = quiz.Phase switch
        {
            Phase.Asking asking => (asking.Index, asking.StartedAt, asking.EndsAt),
            Phase.Pausing pausing => (pausing.Index, pausing.StartedAt, pausing.EndedAt),
            _ => (-1, default, default),
        };
        var question = quiz.IndexOf(command.QuestionId);
        return quiz.Ranking.Find(command.UserId) is { } standing
            ? question >= 0 && quiz.Find(command.UserId, question) is { } first ? QuizRefusals.AlreadySubmitted(first)
                : index < 0 ? QuizRefusals.ContestNotActive
                : question >= 0 && question < index ? QuizRefusals.TimeExpired
                : question != index ? QuizRefusals.InvalidQuestion
                : command.At > endsAt + Grace ? QuizRefusals.TimeExpired
                : quiz.Questions[index].HasOption(command.OptionId) ? Accept(quiz, standing, command, index, startedAt)
                : QuizRefusals.InvalidOption
            : quiz.Status == QuizStatus.Active ? QuizRefusals.NotParticipant
            : QuizRefusals.ContestNotActive;
    }

    private static Decision<QuizEvent> Accept(Quiz quiz, Standing standing, SubmitAnswer command, int index, DateTimeOffset startedAt)
    {
        var question = quiz.Questions[index];
        var isCorrect = question.CorrectOptionId is { } correct && correct == command.OptionId;
        var taken = Math.Clamp((long)(command.At - startedAt).TotalMilliseconds, 0, (long)question.Time.TotalMilliseconds);
        var submission = new Submission(
            command.SubmissionId, command.UserId, question.Id, command.OptionId, isCorrect, isCorrect ? question.Points : 0, taken, command.At);
        var after = standing.With(submission);
        return Decision<QuizEvent>.Accept(
            new SubmissionResult(submission, after.Score, quiz.Ranking.RankOf(after)), new AnswerSubmitted(submission));
    }
}

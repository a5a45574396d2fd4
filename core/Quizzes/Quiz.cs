using System.Diagnostics;

namespace OrleansContest.Quizzes;

/// <summary>A quiz with everyone who takes part, and all their answers. Owned by one runner.</summary>
/// <param name="id">The quiz.</param>
public sealed class Quiz(string id)
{
    private readonly Dictionary<(string UserId, int Question), Submission> submissions = [];
    private readonly AwaitedAnswers awaited = new();

    public string Id { get; } = id;

    /// <summary>What was created; null before, and after it was deleted.</summary>
    public QuizCreated? Plan { get; private set; }

    public Phase Phase { get; private set; } = new Phase.Waiting();

    /// <summary>When the run began; null before.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public Ranking Ranking { get; private set; } = new();

    public Attendance Attendance { get; } = new();

    /// <summary>The leaderboard as it is shown: not every change at once.</summary>
    public ShownLeaderboard Leaderboard { get; } = new();

    public IReadOnlyCollection<Submission> Submissions => submissions.Values;

    public IReadOnlyList<Question> Questions => Plan!.Questions;

    public QuizStatus Status => Phase switch
    {
        Phase.Waiting => QuizStatus.Upcoming,
        Phase.Over => QuizStatus.Completed,
        _ => QuizStatus.Active,
    };

    public QuizCard? Card => Plan is { } plan
        ? new(Id, plan.Title, plan.Description, plan.StartAt, plan.EndAt, Status, plan.Questions.Count, Ranking.Count)
        : null;

    /// <returns>Null when the participant has not answered that question.</returns>
    public Submission? Find(string userId, int question) => submissions.GetValueOrDefault((userId, question));

    /// <returns>Less than 0 when there is none.</returns>
    public int IndexOf(string questionId)
    {
        for (var index = 0; index < Questions.Count; index++)
        {
            if (Questions[index].Id == questionId)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether every participant who is connected has answered.</summary>
    public bool EverybodyAnswered(int question, DateTimeOffset at) => awaited.AreAllIn(this, question, at);

    public void Apply(QuizEvent @event)
    {
        switch (@event)
        {
            case QuizCreated e:
                Plan = e;
                break;
            case QuizDeleted e:
                (Plan, Phase, Ranking) = (null, new Phase.Over(e.At), new());
                submissions.Clear();
                break;
            case ParticipantJoined e:
                Ranking.Place(Standing.AtStart(e.Participant));
                Leaderboard.Change(Ranking, e.At);
                break;
            case QuizStarted e:
                StartedAt = e.At;
                break;
            case QuestionAsked e:
                Phase = new Phase.Asking(e.Index, e.At, e.At + Questions[e.Index].Time);
                break;
            case AnswerSubmitted e:
                Take(e.Submission);
                break;
            case QuestionEnded e:
                Phase = new Phase.Pausing(e.Index, ((Phase.Asking)Phase).StartedAt, e.At, e.At + QuizRules.PauseAfter(e.Index, Questions.Count));
                break;
            case QuizEnded e:
                Phase = new Phase.Over(e.At);
                Leaderboard.Show(Ranking, e.At);
                break;
            case Attended e:
                Attendance.Report(e.Gateway, e.Attendees, e.AreAll, e.At);
                break;
            case LeaderboardShown e:
                Leaderboard.Show(Ranking, e.At);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Take(Submission submission)
    {
        submissions.Add((submission.UserId, IndexOf(submission.QuestionId)), submission);
        Ranking.Place(Ranking.Find(submission.UserId)!.With(submission));
        Leaderboard.Change(Ranking, submission.At);
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>One quiz: its questions, who takes part, and how they stand. Kind <c>quiz</c>. It runs by itself, on the clock of whoever hosts it.</summary>
/// <remarks>
/// Queries answer null when the quiz does not exist; commands refuse with <see cref="QuizRefusals.ContestNotFound"/>.
/// Source: the quiz-contest contract, <c>docs/protocols/quiz-contest.md</c>.
/// </remarks>
public interface IQuiz : IChannel
{
    Task<Outcome<QuizCard>> Create(QuizDraft draft);

    Task<Outcome<QuizCard>> Delete();

    Task<QuizCard?> Card();

    /// <summary>Takes somebody in before or during the run, or refuses (<c>NOT_JOINABLE</c>, <c>FULL</c>). Once more changes nothing.</summary>
    Task<Outcome<Joined>> Join(Participant participant);

    /// <summary>Starts the run before its time. A run that has begun is left alone; one that is over is refused (<c>ALREADY_STARTED</c>).</summary>
    Task<Outcome<QuizCard>> Start();

    /// <summary>Takes the first answer to the current question, or refuses (see <see cref="QuizRefusals"/>).</summary>
    /// <param name="submissionId">The answer's name, if it counts.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="questionId">To what.</param>
    /// <param name="optionId">What was chosen; null when nothing was.</param>
    Task<Outcome<SubmissionResult>> Submit(string submissionId, string userId, string questionId, string? optionId);

    /// <summary>Says who is connected to a gateway; all of it is to be said again within 30 s.</summary>
    /// <param name="gateway">Which one.</param>
    /// <param name="attendees">Who.</param>
    /// <param name="areAll">Whether these are all, and not only who came since it was last said.</param>
    Task<Outcome<AttendanceTaken>> Attend(string gateway, IReadOnlyList<Attendee> attendees, bool areAll);

    Task<CurrentQuestion?> Current();

    /// <param name="offset">Rows to skip, at least 0.</param>
    /// <param name="limit">Rows to give, 1 to 1,000.</param>
    Task<LeaderboardPage?> Leaderboard(int offset, int limit);

    /// <summary>Where these participants stand, among the first.</summary>
    Task<Placings?> Standings(IReadOnlyList<string> userIds);

    /// <summary>What this participant was told of their answers, in order.</summary>
    Task<IReadOnlyList<Submission>?> Answers(string userId);
}

using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>A quiz's calls, as commands and questions to its runner. Stamps each command with the time.</summary>
public sealed class QuizChannel(IChannelRunner<Quiz, QuizCommand> runner, TimeProvider clock) : IQuiz
{
    public const int MaxRows = 1_000;

    /// <summary>The kind <c>quiz</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IQuiz, Quiz, QuizCommand, QuizEvent>(
        "quiz", new QuizModel(), (_, runner, clock) => new QuizChannel(runner, clock)) { RunsByItself = true };

    private DateTimeOffset Now => UtcMilliseconds.Cut(clock.GetUtcNow());

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public Task<Outcome<QuizCard>> Create(QuizDraft draft) => runner.AskAsync<QuizCard>(new CreateQuiz(draft, Now));

    public Task<Outcome<QuizCard>> Delete() => runner.AskAsync<QuizCard>(new DeleteQuiz(Now));

    public Task<QuizCard?> Card() => runner.QueryAsync(quiz => quiz.Card);

    public Task<Outcome<Joined>> Join(Participant participant) => runner.AskAsync<Joined>(new JoinQuiz(participant, Now));

    public Task<Outcome<QuizCard>> Start() => runner.AskAsync<QuizCard>(new StartQuiz(Now));

    public Task<Outcome<SubmissionResult>> Submit(string submissionId, string userId, string questionId, string? optionId) =>
        runner.AskAsync<SubmissionResult>(new SubmitAnswer(submissionId, userId, questionId, optionId, Now));

    public Task<Outcome<AttendanceTaken>> Attend(string gateway, IReadOnlyList<Attendee> attendees, bool areAll) =>
        runner.AskAsync<AttendanceTaken>(new Attend(gateway, attendees, areAll, Now));

    public Task<CurrentQuestion?> Current() => runner.QueryAsync(quiz => quiz.Phase is Phase.Asking asking && quiz.Plan is not null ? Of(quiz, asking) : null);

    /// <exception cref="ArgumentOutOfRangeException">A negative offset, or not 1 to 1,000 rows.</exception>
    public Task<LeaderboardPage?> Leaderboard(int offset, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxRows);
        return Ask(quiz => new LeaderboardPage(quiz.Ranking.Rows(offset, limit), quiz.Ranking.Count));
    }

    public Task<Placings?> Standings(IReadOnlyList<string> userIds) => Ask(quiz => new Placings(
        quiz.Status,
        quiz.Ranking.Rows(0, ShownLeaderboard.Length),
        [.. userIds.Select(quiz.Ranking.Find).OfType<Standing>().Select(standing => LeaderboardRow.Of(standing, quiz.Ranking.RankOf(standing)))],
        quiz.Ranking.Count,
        quiz.Leaderboard.Edition,
        Now));

    public Task<IReadOnlyList<Submission>?> Answers(string userId) => Ask<IReadOnlyList<Submission>>(quiz =>
        [.. quiz.Questions.Select((_, index) => quiz.Find(userId, index)).OfType<Submission>()]);

    private Task<TAnswer?> Ask<TAnswer>(Func<Quiz, TAnswer> question)
        where TAnswer : class => runner.QueryAsync(quiz => quiz.Plan is null ? null : question(quiz));

    private CurrentQuestion Of(Quiz quiz, Phase.Asking asking) => new(
        quiz.Questions[asking.Index] with { CorrectOptionId = null },
        asking.Index + 1,
        asking.StartedAt,
        Math.Max(0, (int)Math.Ceiling((asking.EndsAt - Now).TotalSeconds)));
}

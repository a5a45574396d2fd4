using OrleansContest.Quizzes;
using OrleansContest.Storage.Postgres;

namespace OrleansContest.Storage.Quizzes;

/// <summary>The tables of how quizzes ended. Each statement may be repeated, by whatever process: what is there stays.</summary>
internal sealed class FinalLeaderboards(PostgresDatabase database) : IFinalLeaderboards
{
    private const string Keep = """
        INSERT INTO contest.quiz_results (quiz, rank, user_id, user_name, score, questions_answered)
        SELECT $1, row.* FROM unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[]) AS row
        ON CONFLICT DO NOTHING
        """;

    private const string Complete = """
        INSERT INTO contest.quiz_finals (quiz, title, total_questions, total_participants) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
        """;

    private const string Forget = """
        WITH gone AS (DELETE FROM contest.quiz_finals WHERE quiz = $1) DELETE FROM contest.quiz_results WHERE quiz = $1
        """;

    public Task KeepAsync(string quiz, IReadOnlyList<LeaderboardRow> rows, CancellationToken cancellationToken) => RunAsync(
        Keep,
        [
            quiz, rows.Select(row => row.Rank).ToArray(), rows.Select(row => row.UserId).ToArray(), rows.Select(row => row.UserName).ToArray(),
            rows.Select(row => row.Score).ToArray(), rows.Select(row => row.QuestionsAnswered).ToArray(),
        ],
        cancellationToken);

    public Task CompleteAsync(QuizCard quiz, CancellationToken cancellationToken) =>
        RunAsync(Complete, [quiz.Id, quiz.Title, quiz.TotalQuestions, quiz.TotalParticipants], cancellationToken);

    public Task ForgetAsync(string quiz, CancellationToken cancellationToken) => RunAsync(Forget, [quiz], cancellationToken);

    private Task RunAsync(string sql, object[] arguments, CancellationToken cancellationToken) => database.RunAsync(async () =>
    {
        await using var command = database.Command(sql, arguments);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    });
}

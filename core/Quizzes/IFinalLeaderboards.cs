namespace OrleansContest.Quizzes;

/// <summary>Keeps how quizzes ended, for whoever reads that by SQL. The quizzes themselves never read it.</summary>
public interface IFinalLeaderboards
{
    /// <summary>Keeps some rows of a quiz that is over. The same rows again change nothing.</summary>
    /// <exception cref="IOException">It was not done, or nobody knows whether.</exception>
    Task KeepAsync(string quiz, IReadOnlyList<LeaderboardRow> rows, CancellationToken cancellationToken);

    /// <summary>Notes that all rows of a quiz are kept.</summary>
    /// <exception cref="IOException">It was not done, or nobody knows whether.</exception>
    Task CompleteAsync(QuizCard quiz, CancellationToken cancellationToken);

    /// <summary>Forgets a quiz.</summary>
    /// <exception cref="IOException">It was not done, or nobody knows whether.</exception>
    Task ForgetAsync(string quiz, CancellationToken cancellationToken);
}

namespace OrleansContest.Quizzes;

/// <summary>Where some participants stand, with the head of the leaderboard of the same moment.</summary>
/// <param name="Status">Where the quiz is in its run.</param>
/// <param name="Top">The first <see cref="ShownLeaderboard.Length"/> rows.</param>
/// <param name="Rows">The rows of those who were asked about and take part.</param>
/// <param name="TotalParticipants">How many there are in all.</param>
/// <param name="Edition">Names the leaderboard that everybody is shown: whoever has been told where they stand in it is told again in the next.</param>
/// <param name="At">The moment.</param>
public sealed record Placings(
    QuizStatus Status, IReadOnlyList<LeaderboardRow> Top, IReadOnlyList<LeaderboardRow> Rows, int TotalParticipants, string Edition, DateTimeOffset At);

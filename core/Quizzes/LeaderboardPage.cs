namespace OrleansContest.Quizzes;

/// <summary>Some rows of the leaderboard.</summary>
/// <param name="Rows">In order.</param>
/// <param name="TotalParticipants">How many there are in all.</param>
public sealed record LeaderboardPage(IReadOnlyList<LeaderboardRow> Rows, int TotalParticipants);

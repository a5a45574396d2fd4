namespace OrleansContest.Quizzes;

/// <summary>Somebody who takes part.</summary>
/// <param name="UserId">Who.</param>
/// <param name="UserName">As the leaderboard calls them.</param>
public sealed record Participant(string UserId, string UserName);

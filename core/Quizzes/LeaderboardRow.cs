namespace OrleansContest.Quizzes;

/// <summary>A row of the leaderboard.</summary>
/// <param name="Rank">From 1; no two are alike.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">As they call themselves.</param>
/// <param name="Score">Points of correct answers.</param>
/// <param name="QuestionsAnswered">Right or wrong.</param>
public sealed record LeaderboardRow(int Rank, string UserId, string UserName, int Score, int QuestionsAnswered)
{
    public static LeaderboardRow Of(Standing standing, int rank) =>
        new(rank, standing.Participant.UserId, standing.Participant.UserName, standing.Score, standing.Answered);
}

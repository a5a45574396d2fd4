namespace OrleansContest.Quizzes;

/// <summary>An answer that counts: the first that a participant gave to a question.</summary>
/// <param name="Id">Its name.</param>
/// <param name="UserId">Whose.</param>
/// <param name="QuestionId">To what.</param>
/// <param name="OptionId">What was chosen; null when nothing was.</param>
/// <param name="IsCorrect">Whether that is right.</param>
/// <param name="PointsEarned">What it earned.</param>
/// <param name="TimeTaken">Milliseconds from the question to the answer, by the server's clock.</param>
/// <param name="At">When it came.</param>
public sealed record Submission(
    string Id, string UserId, string QuestionId, string? OptionId, bool IsCorrect, int PointsEarned, long TimeTaken, DateTimeOffset At);

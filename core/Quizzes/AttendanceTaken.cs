namespace OrleansContest.Quizzes;

/// <summary>What a gateway learns when it has said who is connected to it.</summary>
/// <param name="Replaced">Its connections whose users have come again since, through another gateway.</param>
public sealed record AttendanceTaken(IReadOnlyList<string> Replaced);

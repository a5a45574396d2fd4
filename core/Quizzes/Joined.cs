namespace OrleansContest.Quizzes;

/// <summary>That somebody takes part.</summary>
/// <param name="IsNew">Whether they did not before.</param>
public sealed record Joined(bool IsNew);

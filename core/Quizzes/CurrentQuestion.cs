namespace OrleansContest.Quizzes;

/// <summary>The question that can be answered now.</summary>
/// <param name="Question">Without its correct option.</param>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="TimeRemaining">Whole seconds left, rounded up.</param>
public sealed record CurrentQuestion(Question Question, int Number, DateTimeOffset StartedAt, int TimeRemaining);

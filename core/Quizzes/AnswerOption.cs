namespace OrleansContest.Quizzes;

/// <summary>One of the answers to choose from.</summary>
/// <param name="Id">1 to 64 characters, unique within its question.</param>
/// <param name="Text">1 to 2,000 characters.</param>
public sealed record AnswerOption(string Id, string Text);

namespace OrleansContest.Quizzes;

/// <summary>A quiz as an administrator wants it.</summary>
/// <param name="Title">1 to 256 characters.</param>
/// <param name="Description">Up to 2,000 characters.</param>
/// <param name="StartAt">When it starts by itself.</param>
/// <param name="EndAt">After the start, at most 24 hours.</param>
/// <param name="Questions">1 to 200.</param>
public sealed record QuizDraft(
    string Title, string Description, DateTimeOffset StartAt, DateTimeOffset EndAt, IReadOnlyList<QuestionDraft> Questions);

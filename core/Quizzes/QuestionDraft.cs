namespace OrleansContest.Quizzes;

/// <summary>A question as an administrator writes it; its bounds are those of <see cref="Question"/>.</summary>
public sealed record QuestionDraft(
    QuestionType Type,
    string Title,
    string Description,
    IReadOnlyList<AnswerOption> Options,
    string? CorrectOptionId,
    int Points = 10,
    int TimeLimit = 120);

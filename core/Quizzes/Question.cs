namespace OrleansContest.Quizzes;

/// <summary>One question of a quiz. Nothing of it leaves before it is asked, and its correct option not before it is over.</summary>
/// <param name="Id">Its name within all quizzes.</param>
/// <param name="Type">What sort of answer it wants.</param>
/// <param name="Title">1 to 256 characters.</param>
/// <param name="Description">Markdown, up to 20,000 characters.</param>
/// <param name="Options">2 to 20 for multiple choice, none otherwise.</param>
/// <param name="CorrectOptionId">One of the options; null where there are none.</param>
/// <param name="Points">0 to 10,000 for the correct answer.</param>
/// <param name="TimeLimit">Seconds to answer, 1 to 3,600.</param>
public sealed record Question(
    string Id,
    QuestionType Type,
    string Title,
    string Description,
    IReadOnlyList<AnswerOption> Options,
    string? CorrectOptionId,
    int Points,
    int TimeLimit)
{
    public TimeSpan Time => TimeSpan.FromSeconds(TimeLimit);

    public bool HasOption(string? optionId) => optionId is null || Options.Any(option => option.Id == optionId);
}

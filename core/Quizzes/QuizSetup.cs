using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>The rules on what a quiz is.</summary>
internal static class QuizSetup
{
    public const int MaxQuestions = 200;
    private const int MaxOptions = 20;
    private const int MaxOptionId = 64;
    private const int MaxText = 2_000;
    private const int MaxQuestionText = 20_000;
    private const int MaxPoints = 10_000;
    private const int MaxSeconds = 3_600;

    private static readonly TimeSpan longest = TimeSpan.FromHours(24);

    public static Decision<QuizEvent> Create(Quiz quiz, CreateQuiz command)
    {
        var draft = command.Draft;
        if (quiz.Plan is not null || quiz.Status != QuizStatus.Upcoming)
        {
            return QuizRefusals.ContestExists;
        }

        if (FlawsOf(draft) is { Count: > 0 } flaws)
        {
            return QuizRefusals.InvalidContest(flaws);
        }

        var questions = draft.Questions.Select((question, index) => new Question(
            $"{quiz.Id}.q{index + 1}", question.Type, question.Title, question.Description, question.Options, question.CorrectOptionId, question.Points, question.TimeLimit));
        var created = new QuizCreated(draft.Title, draft.Description, draft.StartAt, draft.EndAt, [.. questions]);
        return Decision<QuizEvent>.Accept(
            new QuizCard(quiz.Id, draft.Title, draft.Description, draft.StartAt, draft.EndAt, QuizStatus.Upcoming, draft.Questions.Count, 0), created);
    }

    private static List<string> FlawsOf(QuizDraft draft)
    {
        List<string?> flaws =
        [
            IsText(draft.Title, PlainText.MaxLength) ? null : "title has 1 to 256 characters, no control characters",
            IsProse(draft.Description, MaxText) ? null : "description has up to 2,000 characters",
            draft.EndAt > draft.StartAt ? null : "endAt is after startAt",
            draft.EndAt - draft.StartAt <= longest ? null : "endAt is at most 24 hours after startAt",
            draft.Questions.Count is >= 1 and <= MaxQuestions ? null : "questions are 1 to 200",
            .. draft.Questions.SelectMany((question, index) => FlawsOf(question).Select(flaw => $"questions[{index}].{flaw}")),
        ];
        return [.. flaws.OfType<string>()];
    }

    private static IEnumerable<string> FlawsOf(QuestionDraft question)
    {
        List<string?> flaws =
        [
            IsText(question.Title, PlainText.MaxLength) ? null : "title has 1 to 256 characters, no control characters",
            IsProse(question.Description, MaxQuestionText) ? null : "description has up to 20,000 characters",
            question.Points is >= 0 and <= MaxPoints ? null : "points are 0 to 10,000",
            question.TimeLimit is >= 1 and <= MaxSeconds ? null : "timeLimit is 1 to 3,600 seconds",
            FlawOfOptions(question),
        ];
        return flaws.OfType<string>();
    }

    private static string? FlawOfOptions(QuestionDraft question) => question switch
    {
        { Type: not QuestionType.MultipleChoice } => question.Options.Count == 0 && question.CorrectOptionId is null ? null : "options are for MCQ only",
        { Options.Count: < 2 or > MaxOptions } => "options are 2 to 20",
        _ when !question.Options.All(option => IsText(option.Id, MaxOptionId) && IsProse(option.Text, MaxText) && option.Text.Length > 0) =>
            "options have an id of 1 to 64 characters and a text of 1 to 2,000",
        _ when question.Options.DistinctBy(option => option.Id).Count() < question.Options.Count => "options have different ids",
        _ => question.Options.Any(option => option.Id == question.CorrectOptionId) ? null : "correctOptionId is the id of one of the options",
    };

    private static bool IsText(string text, int most) => text.Length > 0 && text.Length <= most && PlainText.IsClean(text);

    private static bool IsProse(string text, int most) => text.Length <= most && PlainText.IsClean(text, lines: true);
}

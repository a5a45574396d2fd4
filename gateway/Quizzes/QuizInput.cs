using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>A quiz as an administrator writes it.</summary>
/// <param name="Id">Its id; one is made when absent.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is about.</param>
/// <param name="StartAt">When it starts by itself.</param>
/// <param name="EndAt">When it is meant to be over.</param>
/// <param name="Questions">1 to 200.</param>
internal sealed record QuizInput(
    string? Id = null,
    string? Title = null,
    string? Description = null,
    DateTimeOffset? StartAt = null,
    DateTimeOffset? EndAt = null,
    IReadOnlyList<QuestionInput?>? Questions = null)
{
    /// <summary>What a quiz must have and this one has not.</summary>
    public string? Missing => this switch
    {
        { Title: null } => "title",
        { StartAt: null } => "startAt",
        { EndAt: null } => "endAt",
        { Questions: null } => "questions",
        _ => null,
    };

    public QuizDraft ToDraft() => new(
        Title!, Description ?? "", StartAt!.Value, EndAt!.Value, [.. Questions!.Select(question => (question ?? new QuestionInput()).ToDraft())]);
}

/// <inheritdoc cref="QuestionDraft"/>
internal sealed record QuestionInput(
    QuestionType? Type = null,
    string? Title = null,
    string? Description = null,
    IReadOnlyList<OptionInput?>? Options = null,
    string? CorrectOptionId = null,
    int? Points = null,
    int? TimeLimit = null)
{
    private const int usualPoints = 10;
    private const int usualSeconds = 120;

    public QuestionDraft ToDraft() => new(
        Type ?? QuestionType.MultipleChoice,
        Title ?? "",
        Description ?? "",
        [.. (Options ?? []).Select(option => new AnswerOption(option?.Id ?? "", option?.Text ?? ""))],
        CorrectOptionId,
        Points ?? usualPoints,
        TimeLimit ?? usualSeconds);
}

/// <inheritdoc cref="AnswerOption"/>
internal sealed record OptionInput(string? Id = null, string? Text = null);

/// <param name="QuestionId">To what.</param>
/// <param name="SelectedOptionId">What was chosen; null when nothing was.</param>
internal sealed record SubmitInput(string? QuestionId = null, string? SelectedOptionId = null);

/// <summary>How what clients send is read: unknown members are ignored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QuizInput))]
[JsonSerializable(typeof(SubmitInput))]
internal sealed partial class QuizInputJson : JsonSerializerContext;

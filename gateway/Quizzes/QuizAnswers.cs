using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <param name="Contests">Every quiz there is.</param>
internal sealed record QuizListBody(IReadOnlyList<QuizCard> Contests);

/// <param name="Message">One sentence.</param>
internal sealed record MessageBody(string Message);

/// <param name="IsCorrect">Whether the answer is right.</param>
/// <param name="Points">What it earned.</param>
internal sealed record SubmittedBody(bool IsCorrect, int Points);

/// <param name="Leaderboard">The rows asked for.</param>
/// <param name="TotalParticipants">How many have joined.</param>
internal sealed record LeaderboardBody(IReadOnlyList<LeaderboardRow> Leaderboard, int TotalParticipants);

/// <param name="UserEntry">The caller's row.</param>
/// <param name="TotalParticipants">How many have joined.</param>
internal sealed record OwnRowBody(LeaderboardRow UserEntry, int TotalParticipants);

/// <summary>The question that can be answered now, as <c>question_broadcast</c> has it.</summary>
/// <param name="QuestionId">Its id.</param>
/// <param name="ContestQuestionId">The same.</param>
/// <param name="Type">What sort of answer it wants.</param>
/// <param name="Title">In short.</param>
/// <param name="Description">In full, Markdown.</param>
/// <param name="McqOptions">What can be chosen; left out where nothing can.</param>
/// <param name="TimeLimit">Seconds.</param>
/// <param name="Points">What a right answer earns.</param>
/// <param name="QuestionNumber">From 1.</param>
/// <param name="TotalQuestions">How many there are.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="TimeRemaining">Whole seconds left, rounded up.</param>
internal sealed record CurrentQuestionBody(
    string QuestionId,
    string ContestQuestionId,
    QuestionType Type,
    string Title,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AnswerOption>? McqOptions,
    int TimeLimit,
    int Points,
    int QuestionNumber,
    int TotalQuestions,
    DateTimeOffset StartedAt,
    int TimeRemaining)
{
    public static CurrentQuestionBody Of(CurrentQuestion current, int total)
    {
        var question = current.Question;
        return new(
            question.Id, question.Id, question.Type, question.Title, question.Description, question.Options.Count > 0 ? question.Options : null,
            question.TimeLimit, question.Points, current.Number, total, current.StartedAt, current.TimeRemaining);
    }
}

/// <summary>How the answers are written that are not a quiz's own records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QuizListBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(SubmittedBody))]
[JsonSerializable(typeof(LeaderboardBody))]
[JsonSerializable(typeof(OwnRowBody))]
[JsonSerializable(typeof(CurrentQuestionBody))]
internal sealed partial class QuizAnswerJson : JsonSerializerContext
{
    private static QuizAnswerJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static QuizAnswerJson Plain => plain ??= new(PlainJson.Like(Default));
}

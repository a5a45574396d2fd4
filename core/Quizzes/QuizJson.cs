using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>The records of a quiz as the contract writes them: camelCase, nulls written, times in UTC with milliseconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(QuizCard))]
[JsonSerializable(typeof(IReadOnlyList<QuizCard>))]
[JsonSerializable(typeof(QuestionType))]
[JsonSerializable(typeof(IReadOnlyList<AnswerOption>))]
[JsonSerializable(typeof(LeaderboardRow))]
[JsonSerializable(typeof(IReadOnlyList<LeaderboardRow>))]
public sealed partial class QuizJson : JsonSerializerContext
{
    private static QuizJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static QuizJson Plain => plain ??= new(PlainJson.Like(Default));
}

using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>What sort of answer a question wants. Only multiple choice is judged here; the others count as answered, and earn nothing.</summary>
[JsonConverter(typeof(ContractNames<QuestionType>))]
public enum QuestionType
{
    [JsonStringEnumMemberName("MCQ")]
    MultipleChoice,

    [JsonStringEnumMemberName("DSA")]
    Algorithm,

    [JsonStringEnumMemberName("SANDBOX")]
    Sandbox,
}

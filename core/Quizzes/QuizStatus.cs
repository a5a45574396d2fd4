using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>Where a quiz is in its run.</summary>
[JsonConverter(typeof(ContractNames<QuizStatus>))]
public enum QuizStatus
{
    [JsonStringEnumMemberName("UPCOMING")]
    Upcoming,

    [JsonStringEnumMemberName("ACTIVE")]
    Active,

    [JsonStringEnumMemberName("COMPLETED")]
    Completed,
}

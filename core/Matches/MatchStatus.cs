using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>Where a match is in its life. Only an active one takes votes; one that ended or was cancelled stays so.</summary>
[JsonConverter(typeof(ContractNames<MatchStatus>))]
public enum MatchStatus
{
    [JsonStringEnumMemberName("draft")]
    Draft,

    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("ended")]
    Ended,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

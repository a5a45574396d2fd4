using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>One of the two teams of a match.</summary>
[JsonConverter(typeof(ContractNames<TeamChoice>))]
public enum TeamChoice
{
    [JsonStringEnumMemberName("team_a")]
    TeamA,

    [JsonStringEnumMemberName("team_b")]
    TeamB,
}

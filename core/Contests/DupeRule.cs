using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What makes a second contact of a station with a callsign a dupe.</summary>
[JsonConverter(typeof(ContractNames<DupeRule>))]
public enum DupeRule
{
    /// <summary>The same band and mode class.</summary>
    [JsonStringEnumMemberName("band+mode")]
    BandMode,

    /// <summary>The same band.</summary>
    [JsonStringEnumMemberName("band")]
    Band,

    /// <summary>Nothing: every contact counts.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}

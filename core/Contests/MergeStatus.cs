using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>An entry's part in a merge.</summary>
[JsonConverter(typeof(ContractNames<MergeStatus>))]
public enum MergeStatus
{
    /// <summary>Others were merged into it; it counts.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>The same contact as another entry; it does not count.</summary>
    [JsonStringEnumMemberName("duplicate_of")]
    DuplicateOf,

    /// <summary>Was a primary itself before it was merged into another; it does not count.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,
}

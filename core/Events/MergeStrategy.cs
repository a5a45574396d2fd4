using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Whom an event believes where an export and a pushed result differ. See <see cref="RunEntry.YieldsTo"/>.</summary>
[JsonConverter(typeof(ContractNames<MergeStrategy>))]
public enum MergeStrategy
{
    /// <summary>The push, until an export carries the same or something later.</summary>
    [JsonStringEnumMemberName("push-wins")]
    PushWins,

    /// <summary>The export, wherever it carries an outcome.</summary>
    [JsonStringEnumMemberName("xml-wins")]
    XmlWins,
}

using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Where an event is in its life. What may follow what: <see cref="LifeCycle"/>.</summary>
[JsonConverter(typeof(ContractNames<EventStatus>))]
public enum EventStatus
{
    /// <summary>Being prepared; the public does not see it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    [JsonStringEnumMemberName("startlist")]
    Startlist,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>The results stand; nothing changes any more.</summary>
    [JsonStringEnumMemberName("official")]
    Official,
}

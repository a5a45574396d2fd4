using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>Why a run has no place: did not start, did not finish, disqualified, capsized.</summary>
[JsonConverter(typeof(ContractNames<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("DNS")]
    DidNotStart,

    [JsonStringEnumMemberName("DNF")]
    DidNotFinish,

    [JsonStringEnumMemberName("DSQ")]
    Disqualified,

    [JsonStringEnumMemberName("CAP")]
    Capsized,
}

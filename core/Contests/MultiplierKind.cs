using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What a contest collects beside points.</summary>
[JsonConverter(typeof(ContractNames<MultiplierKind>))]
public enum MultiplierKind
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The section received in the exchange.</summary>
    [JsonStringEnumMemberName("section")]
    Section,

    /// <summary>The first four characters of the Maidenhead locator.</summary>
    [JsonStringEnumMemberName("grid4")]
    Grid4,

    /// <summary>The DXCC entity, named by its main prefix.</summary>
    [JsonStringEnumMemberName("dxcc-prefix")]
    DxccPrefix,

    /// <summary>The prefix as CQ WPX counts it.</summary>
    [JsonStringEnumMemberName("wpx-prefix")]
    WpxPrefix,
}

using Orleans.Serialization;

namespace OrleansContest.Channels;

/// <summary>Lets core's records, and nothing else beyond Orleans' own rules, be named on the wire.</summary>
internal sealed class RecordFilter : ITypeFilter
{
    public bool? IsTypeAllowed(Type type) => ChannelSerialization.IsRecordOfCore(type) ? true : null;
}

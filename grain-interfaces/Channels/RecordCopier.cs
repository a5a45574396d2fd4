using Orleans.Serialization.Cloning;

namespace OrleansContest.Channels;

/// <summary>Core's records never change, so a call within one silo may share them.</summary>
internal sealed class RecordCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) =>
        ChannelSerialization.IsRecordOfCore(type) || SynthesizedListCodec.ElementOf(type) is not null;

    public object? DeepCopy(object? input, CopyContext context) => input;
}

using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;

namespace OrleansContest.Grains.Channels;

/// <summary>Writes and copies what the stream's messages carry as one run of bytes.</summary>
/// <remarks>Orleans' own codec for segments takes every byte for a value with a header of its own, which cost a silo a third of its time.</remarks>
internal sealed class SegmentCodec : IFieldCodec<ArraySegment<byte>>, IDeepCopier<ArraySegment<byte>>
{
    public void WriteField<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type expectedType, ArraySegment<byte> value)
        where TBufferWriter : System.Buffers.IBufferWriter<byte>
    {
        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeader(fieldIdDelta, expectedType, typeof(ArraySegment<byte>), WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)value.Count);
        writer.Write(value);
    }

    public ArraySegment<byte> ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        ReferenceCodec.MarkValueField(reader.Session);
        field.EnsureWireType(WireType.LengthPrefixed);
        return reader.ReadBytes(reader.ReadVarUInt32());
    }

    public ArraySegment<byte> DeepCopy(ArraySegment<byte> input, CopyContext context) => input.ToArray();
}

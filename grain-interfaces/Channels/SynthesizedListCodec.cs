using System.Collections;
using System.Runtime.CompilerServices;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.WireProtocol;

namespace OrleansContest.Channels;

/// <summary>Sends the lists that the compiler makes of <c>[a, b]</c> as arrays; nobody else could read their type.</summary>
internal sealed class SynthesizedListCodec : IGeneralizedCodec
{
    public bool IsSupportedType(Type type) => ElementOf(type) is not null;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type expectedType, object? value)
        where TBufferWriter : System.Buffers.IBufferWriter<byte>
    {
        var list = (IList)value!;
        var array = Array.CreateInstance(ElementOf(list.GetType())!, list.Count);
        list.CopyTo(array, 0);
        writer.Session.CodecProvider.GetCodec(array.GetType()).WriteField(ref writer, fieldIdDelta, expectedType, array);
    }

    public object? ReadValue<TInput>(ref Reader<TInput> reader, Field field) =>
        throw new InvalidOperationException("Such a list is never named on the wire; it travels as an array.");

    /// <summary>What the elements of a compiler-made list are; null for any other type.</summary>
    internal static Type? ElementOf(Type type) =>
        type.IsGenericType && type.IsDefined(typeof(CompilerGeneratedAttribute), false) && typeof(IList).IsAssignableFrom(type)
            ? type.GetGenericArguments()[0]
            : null;
}

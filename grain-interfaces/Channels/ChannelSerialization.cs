using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Serializers;
using OrleansContest.Matches;

namespace OrleansContest.Channels;

/// <summary>
/// How core's records cross between processes: as JSON, save the batches and votes, which have surrogates. Exceptions of whatever kind cross
/// as their type, text and cause.
/// </summary>
public static class ChannelSerialization
{
    /// <summary>Adds what both a silo and a client need. Call it on each.</summary>
    public static ISerializerBuilder AddChannels(this ISerializerBuilder builder)
    {
        builder.Services.AddSingleton<IGeneralizedCopier, RecordCopier>();
        builder.Services.AddSingleton<IGeneralizedCodec, SynthesizedListCodec>();
        builder.Services.AddSingleton<ITypeFilter, RecordFilter>();
        builder.Services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
        return builder.AddJsonSerializer(type => IsRecordOfCore(type) && !type.IsAssignableTo(typeof(Exception)), null!);
    }

    /// <summary>Whether a type is one of core's own.</summary>
    internal static bool IsRecordOfCore(Type type) =>
        type.Assembly == typeof(ChannelId).Assembly && type != typeof(UpdateBatch) && type != typeof(CatchUp) && type != typeof(Ballot);
}

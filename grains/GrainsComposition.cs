using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;

namespace OrleansContest.Grains;

/// <summary>Puts the grains into a silo, whatever its clustering and storage are.</summary>
public static class GrainsComposition
{
    /// <summary>The grain storage for stream subscriptions and rosters; Orleans fixes the name. The silo provides it.</summary>
    public const string Store = "PubSubStore";

    /// <summary>Adds grains, relays and the stream between silos.</summary>
    /// <param name="silo">The silo, which provides <see cref="IJournal"/>, <see cref="ISnapshots"/> and the <see cref="ChannelKind"/>s.</param>
    /// <param name="pollMilliseconds">How often the stream's queues are looked into, ms.</param>
    /// <param name="queues">Queues of the stream, the same on every silo.</param>
    public static ISiloBuilder AddContestGrains(this ISiloBuilder silo, int pollMilliseconds, int queues)
    {
        silo.Services.AddSerializer(serializer => serializer.AddChannels());
        silo.Services.AddSingleton<IFieldCodec<ArraySegment<byte>>, SegmentCodec>();
        silo.Services.AddSingleton<IDeepCopier<ArraySegment<byte>>, SegmentCodec>();
        silo.Services.AddPlacementDirector<SiloPlacement, SiloPlacementDirector>();
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.TryAddSingleton(new RunnerOptions());
        silo.Services.TryAddSingleton(new RelayOptions());
        silo.Services.TryAddSingleton(new RosterOptions());
        silo.Services.TryAddSingleton<SteadyClock>();
        silo.Services.TryAddSingleton<RunnerMetrics>();
        silo.Services.TryAddSingleton<GrainsMetrics>();
        silo.Services.TryAddSingleton<ChannelHost>();
        return silo.AddMemoryStreams(UpdateStream.Provider, stream =>
        {
            stream.ConfigurePartitioning(queues);
            stream.ConfigurePullingAgent(agent => agent.Configure(options =>
            {
                options.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(pollMilliseconds);
                options.BatchContainerBatchSize = 64;
            }));
        });
    }
}

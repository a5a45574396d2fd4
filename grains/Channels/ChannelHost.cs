using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>What a channel's grain needs to run it: core's runner over the cluster's journal, publishing to the stream.</summary>
internal sealed class ChannelHost(
    IEnumerable<ChannelKind> kinds,
    IJournal journal,
    ISnapshots snapshots,
    RunnerMetrics metrics,
    GrainsMetrics grainsMetrics,
    ILogger<ChannelHost> logger,
    TimeProvider clock,
    RunnerOptions options)
{
    private readonly Dictionary<Type, ChannelKind> kinds = kinds.ToDictionary(kind => kind.Face);

    public HostedChannel Open(Type face, Grain grain)
    {
        var kind = kinds[face];
        var id = new ChannelId(kind.Name, grain.GetPrimaryKeyString());
        var publisher = new StreamPublisher(UpdateStream.Of(grain, id), grainsMetrics, logger);
        var monitor = new GrainMonitor(grain.GrainContext, metrics, logger);
        return kind.Host(id, new RunnerPorts(journal, snapshots, publisher, monitor, clock), options);
    }
}

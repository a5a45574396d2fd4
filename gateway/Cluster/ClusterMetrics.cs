using System.Diagnostics.Metrics;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Cluster;

/// <summary>What a gateway gets from the cluster. Meter <c>OrleansContest.Gateway.Cluster</c>.</summary>
internal sealed class ClusterMetrics
{
    private static readonly KeyValuePair<string, object?> updates = new("contest.message.kind", "updates");
    private static readonly KeyValuePair<string, object?> position = new("contest.message.kind", "position");

    private readonly Counter<long> received;

    public ClusterMetrics(IMeterFactory factory) =>
        received = factory.Create("OrleansContest.Gateway.Cluster")
            .CreateCounter<long>("contest.gateway.received", "{message}", "Messages from relays to this gateway.");

    /// <param name="batch">What came; an empty one only tells where the channel stands.</param>
    public void Received(UpdateBatch batch) => received.Add(1, batch.Updates.Count > 0 ? updates : position);
}

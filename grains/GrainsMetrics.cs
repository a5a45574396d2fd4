using System.Diagnostics.Metrics;
using OrleansContest.Channels;

namespace OrleansContest.Grains;

/// <summary>The messages that carry updates from channels to gateways. Meter <c>OrleansContest.Grains</c>.</summary>
internal sealed class GrainsMetrics : IDisposable
{
    private static readonly KeyValuePair<string, object?> updates = new("contest.message.kind", "updates");
    private static readonly KeyValuePair<string, object?> position = new("contest.message.kind", "position");

    private readonly Meter meter = new("OrleansContest.Grains");
    private readonly Counter<long> published;
    private readonly Counter<long> received;
    private readonly Counter<long> sent;
    private readonly Counter<long> asked;
    private readonly UpDownCounter<int> relays;
    private readonly UpDownCounter<int> gateways;

    public GrainsMetrics()
    {
        published = meter.CreateCounter<long>("contest.stream.published", "{message}", "Batches that channels of this silo handed to the stream.");
        received = meter.CreateCounter<long>("contest.relay.received", "{message}", "Batches that relays of this silo took from the stream.");
        sent = meter.CreateCounter<long>("contest.relay.sent", "{message}", "Messages from relays of this silo to gateways.");
        asked = meter.CreateCounter<long>("contest.relay.asked", "{call}", "Times that relays of this silo compared themselves with their channels.");
        relays = meter.CreateUpDownCounter<int>("contest.relays", "{relay}", "Channels that this silo follows for gateways.");
        gateways = meter.CreateUpDownCounter<int>("contest.relay.gateways", "{gateway}", "Gateways that relays of this silo serve, counted for each channel.");
    }

    public void Published() => published.Add(1);

    public void Received() => received.Add(1);

    /// <param name="batch">What was sent; an empty one only tells where the channel stands.</param>
    public void Sent(UpdateBatch batch) => sent.Add(1, batch.Updates.Count > 0 ? updates : position);

    public void Asked() => asked.Add(1);

    public void RelaysChanged(int change) => relays.Add(change);

    public void GatewaysChanged(int change) => gateways.Add(change);

    public void Dispose() => meter.Dispose();
}

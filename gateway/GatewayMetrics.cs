using System.Diagnostics.Metrics;

namespace OrleansContest.Gateway;

/// <summary>What the hub does, in numbers. Meter <c>OrleansContest.Gateway</c>.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "OrleansContest.Gateway";

    private readonly UpDownCounter<int> connections;
    private readonly Counter<long> refused;
    private readonly UpDownCounter<int> subscriptions;
    private readonly UpDownCounter<int> feeds;
    private readonly Counter<long> updates;
    private readonly Counter<long> frames;
    private readonly Counter<long> bytes;
    private readonly Counter<long> merged;
    private readonly Counter<long> slowClosed;
    private readonly Counter<long> fulls;

    public GatewayMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        connections = meter.CreateUpDownCounter<int>("contest.gateway.connections", "{connection}", "Sockets that are open.");
        refused = meter.CreateCounter<long>("contest.gateway.connections.refused", "{connection}", "Sockets refused before the upgrade.");
        subscriptions = meter.CreateUpDownCounter<int>("contest.gateway.subscriptions", "{subscription}", "Subscriptions of open sockets.");
        feeds = meter.CreateUpDownCounter<int>("contest.gateway.feeds", "{feed}", "Channels that this gateway follows.");
        updates = meter.CreateCounter<long>("contest.gateway.updates", "{update}", "Updates taken in from channels.");
        frames = meter.CreateCounter<long>("contest.gateway.frames", "{frame}", "Frames written to sockets.");
        bytes = meter.CreateCounter<long>("contest.gateway.written", "By", "Bytes written to sockets.");
        merged = meter.CreateCounter<long>("contest.gateway.merged", "{merge}", "Times that a subscriber's waiting frames gave way to one merged update.");
        slowClosed = meter.CreateCounter<long>("contest.gateway.slow_closed", "{connection}", "Sockets dropped because they took nothing for too long.");
        fulls = meter.CreateCounter<long>("contest.gateway.fulls", "{state}", "Full states fetched from channels.");
    }

    public void ConnectionOpened() => connections.Add(1);

    public void ConnectionClosed() => connections.Add(-1);

    public void ConnectionRefused() => refused.Add(1);

    public void Subscribed() => subscriptions.Add(1);

    public void Unsubscribed(int count) => subscriptions.Add(-count);

    public void FeedOpened() => feeds.Add(1);

    public void FeedClosed() => feeds.Add(-1);

    public void UpdatesTaken(int count) => updates.Add(count);

    public void Written(int frameCount, int byteCount)
    {
        frames.Add(frameCount);
        bytes.Add(byteCount);
    }

    public void Merged(int count) => merged.Add(count);

    public void SlowClosed() => slowClosed.Add(1);

    public void FullFetched(int count) => fulls.Add(count);
}

using System.Diagnostics.Metrics;

namespace OrleansContest.Channels;

/// <summary>What runners do, in numbers. Meter <c>OrleansContest.Channels</c>.</summary>
public sealed class RunnerMetrics : IDisposable
{
    public const string MeterName = "OrleansContest.Channels";

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<int> batchRecords;
    private readonly Counter<long> journalBytes;
    private readonly Histogram<double> flushTime;
    private readonly UpDownCounter<int> waiting;
    private readonly Counter<long> dropped;
    private readonly Histogram<double> openTime;

    public RunnerMetrics()
    {
        batchRecords = meter.CreateHistogram<int>("contest.journal.batch.records", "{record}", "Records made durable by one append.");
        journalBytes = meter.CreateCounter<long>("contest.journal.written", "By", "Bytes of records appended.");
        flushTime = meter.CreateHistogram<double>("contest.journal.append.duration", "s", "Time until a batch was durable.");
        waiting = meter.CreateUpDownCounter<int>("contest.channel.waiting", "{item}", "Commands and queries that wait in mailboxes.");
        dropped = meter.CreateCounter<long>("contest.channel.dropped", "{state}", "States dropped after a fault, to be replayed.");
        openTime = meter.CreateHistogram<double>("contest.channel.open.duration", "s", "Time until a channel was in memory.");
    }

    public void Appended(int records, long bytes, TimeSpan elapsed)
    {
        batchRecords.Record(records);
        journalBytes.Add(bytes);
        flushTime.Record(elapsed.TotalSeconds);
    }

    public void Waiting(int change) => waiting.Add(change);

    public void Dropped() => dropped.Add(1);

    public void Opened(TimeSpan elapsed) => openTime.Record(elapsed.TotalSeconds);

    public void Dispose() => meter.Dispose();
}

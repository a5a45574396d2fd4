using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace OrleansContest.Metrics;

/// <summary>Keeps the figures of our meters, and of a few of the runtime's, for as long as the process runs.</summary>
public sealed class MetricCollector : IDisposable
{
    private const string OurMeters = "OrleansContest.";

    private static readonly HashSet<string> ofTheRuntime =
    [
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.collections", "dotnet.gc.pause.time",
        "dotnet.gc.heap.total_allocated", "dotnet.gc.last_collection.heap.size", "dotnet.thread_pool.thread.count",
        "dotnet.thread_pool.queue.length", "dotnet.exceptions", "kestrel.active_connections", "kestrel.rejected_connections",
        "http.server.request.duration",
    ];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly IMeterFactory ownFactory;
    private readonly Lock observing = new();

    public MetricCollector(IMeterFactory ownFactory)
    {
        this.ownFactory = ownFactory;
        listener.InstrumentPublished = (instrument, _) => Listen(instrument);
        listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Record(state, (double)value, tags));
        listener.Start();
    }

    /// <summary>Writes everything as it is now.</summary>
    public string Text()
    {
        lock (observing)
        {
            foreach (var family in families.Values)
            {
                family.BeginObservation();
            }

            listener.RecordObservableInstruments();
            return PrometheusText.Write(families.Values.OrderBy(family => family.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => listener.Dispose();

    private void Listen(Instrument instrument)
    {
        if (IsOfThisHost(instrument.Meter) && (IsOurs(instrument) || ofTheRuntime.Contains(instrument.Name)))
        {
            var slot = InstrumentSlot.For(instrument, families);
            listener.EnableMeasurementEvents(instrument, slot);
        }
    }

    /// <summary>Another host in the same process, as in tests, has its own factory.</summary>
    private bool IsOfThisHost(Meter meter) => meter.Scope is null || meter.Scope == ownFactory;

    private static bool IsOurs(Instrument instrument) => instrument.Meter.Name.StartsWith(OurMeters, StringComparison.Ordinal);

    private static void Record(object? state, double value, ReadOnlySpan<Tag> tags) => ((InstrumentSlot)state!).Record(value, tags);
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace OrleansContest.Metrics;

/// <summary>Where the measurements of one instrument go. Instruments of one name share a family.</summary>
internal sealed class InstrumentSlot(MetricFamily family, bool replaces)
{
    public static InstrumentSlot For(Instrument instrument, ConcurrentDictionary<string, MetricFamily> families)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        var replaces = type == typeof(Gauge<>);
        var made = new MetricFamily(instrument, KindOf(type), isSummed: !replaces && !instrument.IsObservable);
        return new(families.GetOrAdd(made.Name, made), replaces);
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => family.Record(value, tags, replaces);

    private static MetricKind KindOf(Type type) =>
        type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
        : type == typeof(Histogram<>) ? MetricKind.Histogram
        : MetricKind.Gauge;
}

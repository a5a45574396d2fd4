using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace OrleansContest.Metrics;

/// <summary>One metric: what it is called, and its figures by tags.</summary>
internal sealed class MetricFamily
{
    /// <summary>Sets of tags of one metric; what comes beyond is counted together.</summary>
    public const int MaxSeries = 1_000;

    private static readonly Tag[] overflow = [new("otel_metric_overflow", "true")];

    private readonly ConcurrentDictionary<Tag[], MetricSeries> series = new(new TagSetComparer());
    private readonly double[] bounds;
    private readonly bool isObservable;
    private readonly bool isSummed;
    private int count;

    /// <param name="instrument">What measures it.</param>
    /// <param name="kind">How it is shown.</param>
    /// <param name="isSummed">Whether it begins at nothing; otherwise it is unknown until it is measured.</param>
    public MetricFamily(Instrument instrument, MetricKind kind, bool isSummed)
    {
        (Kind, this.isSummed, isObservable) = (kind, isSummed, instrument.IsObservable);
        Name = PrometheusNames.NameOf(instrument, kind);
        Help = instrument.Description ?? instrument.Name;
        bounds = kind == MetricKind.Histogram ? HistogramBounds.Of(instrument) : [];
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>The figures, by tags. Of what has not been recorded yet there is one: nothing.</summary>
    public IEnumerable<MetricSeries> Series => series.IsEmpty && isSummed ? [new MetricSeries("", bounds)] : series.Values;

    public void Record(double value, ReadOnlySpan<Tag> tags, bool replaces)
    {
        var found = Find(tags);
        if (Kind == MetricKind.Histogram)
        {
            found.Observe(value);
        }
        else if (replaces)
        {
            found.Set(value);
        }
        else
        {
            found.Add(value);
        }
    }

    /// <summary>Forgets what was observed, before it is observed anew: tags that are gone are shown no more.</summary>
    public void BeginObservation()
    {
        if (isObservable)
        {
            series.Clear();
            Volatile.Write(ref count, 0);
        }
    }

    private MetricSeries Find(ReadOnlySpan<Tag> tags)
    {
        var lookup = series.GetAlternateLookup<ReadOnlySpan<Tag>>();
        return lookup.TryGetValue(tags, out var known) ? known : Begin(tags.ToArray());
    }

    private MetricSeries Begin(Tag[] tags)
    {
        var kept = Volatile.Read(ref count) < MaxSeries ? tags : overflow;
        return series.GetOrAdd(kept, key =>
        {
            Interlocked.Increment(ref count);
            return new MetricSeries(PrometheusNames.Labels(key), bounds);
        });
    }
}

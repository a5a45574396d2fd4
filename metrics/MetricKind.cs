namespace OrleansContest.Metrics;

/// <summary>What a metric's figures mean to whoever reads the text.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

using System.Diagnostics.Metrics;

namespace OrleansContest.Metrics;

/// <summary>The buckets of a histogram: those its instrument advises, else some that fit its unit.</summary>
internal static class HistogramBounds
{
    private static readonly double[] seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] bytes = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304];
    private static readonly double[] counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    public static double[] Of(Instrument instrument) => Advised(instrument) ?? instrument.Unit switch
    {
        "s" => seconds,
        "By" => bytes,
        _ => counts,
    };

    private static double[]? Advised(Instrument instrument) => instrument switch
    {
        Histogram<double> of => of.Advice?.HistogramBucketBoundaries?.ToArray(),
        Histogram<long> of => of.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToArray(),
        Histogram<int> of => of.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToArray(),
        _ => null,
    };
}

using System.Globalization;
using System.Text;

namespace OrleansContest.Metrics;

/// <summary>Writes metrics in Prometheus' text form, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(PrometheusNames.Escape(family.Help)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
            foreach (var series in family.Series.OrderBy(series => series.Labels, StringComparer.Ordinal))
            {
                Write(text, family, series);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, MetricFamily family, MetricSeries series)
    {
        if (family.Kind != MetricKind.Histogram)
        {
            Line(text, family.Name, series.Labels, series.Total);
            return;
        }

        var counts = series.Cumulative();
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < family.Bounds.Count ? Number(family.Bounds[i]) : "+Inf";
            Line(text, family.Name + "_bucket", With(series.Labels, $"le=\"{bound}\""), counts[i]);
        }

        Line(text, family.Name + "_sum", series.Labels, series.Total);
        Line(text, family.Name + "_count", series.Labels, counts[^1]);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels).Append(' ').Append(Number(value)).Append('\n');

    private static string With(string labels, string label) =>
        labels.Length == 0 ? $"{{{label}}}" : $"{labels[..^1]},{label}}}";

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}

using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace OrleansContest.Metrics;

/// <summary>Writes names and labels as Prometheus wants them.</summary>
/// <remarks>Source: the Prometheus text exposition format 0.0.4, and OpenTelemetry's rules for names in it.</remarks>
internal static class PrometheusNames
{
    /// <summary><c>orleans_contest.hub.bytes_out</c> in <c>By</c>, a counter → <c>orleans_contest_hub_bytes_out_bytes_total</c>.</summary>
    public static string NameOf(Instrument instrument, MetricKind kind)
    {
        var name = Clean(instrument.Name);
        var unit = UnitOf(instrument.Unit, kind);
        if (unit.Length > 0 && !name.EndsWith('_' + unit, StringComparison.Ordinal))
        {
            name += '_' + unit;
        }

        return kind == MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            text.Append(text.Length == 0 ? '{' : ',').Append(Clean(key)).Append("=\"")
                .Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal))
                .Append('"');
        }

        return text.Length == 0 ? "" : text.Append('}').ToString();
    }

    /// <summary>Keeps a text on its line.</summary>
    public static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string UnitOf(string? unit, MetricKind kind) => unit switch
    {
        null or "" => "",
        "1" => kind == MetricKind.Gauge ? "ratio" : "",
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "%" => "percent",
        ['{', ..] => "",
        _ => Clean(unit),
    };

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return clean.Length == 0 || char.IsAsciiDigit(clean[0]) ? '_' + clean : clean;
    }
}

using System.CommandLine.Parsing;
using System.Globalization;
using OrleansContest.LoadTest.Kinds;

namespace OrleansContest.LoadTest;

/// <summary>Reads the values of options; what is none is an error of the command line.</summary>
internal static class Values
{
    public static string Text(ArgumentResult text) => text.Tokens[0].Value;

    public static IReadOnlyList<string> List(ArgumentResult text) => Text(text).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Func<ArgumentResult, int> Number(int least, int most) => text =>
        int.TryParse(Text(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<int>(text, $"no whole number from {least} to {most}");

    public static Func<ArgumentResult, double> Real(double least, double most) => text =>
        double.TryParse(Text(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<double>(text, string.Create(CultureInfo.InvariantCulture, $"no number from {least} to {most}"));

    public static double Share(ArgumentResult text)
    {
        var isPercent = Text(text).EndsWith('%');
        return double.TryParse(Text(text).TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= (isPercent ? 100 : 1)
            ? number / (isPercent ? 100 : 1)
            : Wrong<double>(text, "no share; it looks like 0.1 or 10%");
    }

    public static TimeSpan Time(ArgumentResult text)
    {
        var number = Text(text).TrimEnd('m', 's', 'h');
        var factor = Text(text)[number.Length..] switch { "ms" => 0.001, "" or "s" => 1, "m" => 60, "h" => 3_600, _ => double.NaN };
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count * factor is >= 0 and < 10_000_000
            ? TimeSpan.FromSeconds(count * factor)
            : Wrong<TimeSpan>(text, "no time; it looks like 500ms, 30s, 10m or 1h");
    }

    public static Uri? Url(ArgumentResult text) => Uri.TryCreate(Text(text), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : Wrong<Uri>(text, "not the address of a gateway; it looks like http://localhost:8080");

    public static string? Kind(ArgumentResult text) => EveryKind.All.Any(kind => kind.Name == Text(text))
        ? Text(text)
        : Wrong<string>(text, $"none of {string.Join(", ", EveryKind.All.Select(kind => kind.Name))}");

    public static IReadOnlyList<string> Addresses(ArgumentResult text)
    {
        if (int.TryParse(Text(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 250)
        {
            return [.. Enumerable.Range(2, count).Select(n => $"127.0.0.{n}")];
        }

        var list = List(text);
        return list.Count > 0 && list.All(one => System.Net.IPAddress.TryParse(one, out _)) ? list : Wrong<string[]>(text, "neither a number up to 250 nor a list of addresses") ?? [];
    }

    private static T? Wrong<T>(ArgumentResult text, string why)
    {
        text.AddError($"'{Text(text)}' is {why}.");
        return default;
    }
}

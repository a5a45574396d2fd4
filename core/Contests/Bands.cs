using System.Collections.Frozen;

namespace OrleansContest.Contests;

/// <summary>The amateur bands, as the log writes them: metres (<c>"160" … "2"</c>, <c>"1.25"</c>), ADIF's own name below one metre (<c>"70cm"</c>).</summary>
/// <remarks>Source: the Band enumeration of ADIF 3.1. Its edges are the widest of any country, so a frequency in a band may still be outside a licence.</remarks>
public static class Bands
{
    private static readonly (string Band, decimal Lower, decimal Upper)[] table =
    [
        ("2190", 0.1357m, 0.1378m),
        ("630", 0.472m, 0.479m),
        ("560", 0.501m, 0.504m),
        ("160", 1.8m, 2.0m),
        ("80", 3.5m, 4.0m),
        ("60", 5.06m, 5.45m),
        ("40", 7.0m, 7.3m),
        ("30", 10.1m, 10.15m),
        ("20", 14.0m, 14.35m),
        ("17", 18.068m, 18.168m),
        ("15", 21.0m, 21.45m),
        ("12", 24.89m, 24.99m),
        ("10", 28.0m, 29.7m),
        ("8", 40m, 45m),
        ("6", 50m, 54m),
        ("5", 54.000001m, 69.9m),
        ("4", 70m, 71m),
        ("2", 144m, 148m),
        ("1.25", 222m, 225m),
        ("70cm", 420m, 450m),
        ("33cm", 902m, 928m),
        ("23cm", 1_240m, 1_300m),
        ("13cm", 2_300m, 2_450m),
        ("9cm", 3_300m, 3_500m),
        ("6cm", 5_650m, 5_925m),
        ("3cm", 10_000m, 10_500m),
        ("1.25cm", 24_000m, 24_250m),
        ("6mm", 47_000m, 47_200m),
        ("4mm", 75_500m, 81_000m),
        ("2.5mm", 119_980m, 123_000m),
        ("2mm", 134_000m, 149_000m),
        ("1mm", 241_000m, 250_000m),
        ("submm", 300_000m, 7_500_000m),
    ];

    private static readonly FrozenDictionary<string, string> bySpelling = Spellings().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> lowerEdges = table.ToFrozenDictionary(row => row.Band, row => row.Lower);

    /// <summary>Every band, longest wave first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. table.Select(row => row.Band)];

    /// <summary>Takes metres (<c>20</c>) or ADIF's name (<c>20m</c>, <c>70CM</c>), case and surrounding space aside.</summary>
    public static bool TryNormalize(string? text, out string band)
    {
        band = "";
        return text is { Length: <= 16 } && bySpelling.TryGetValue(text.Trim(), out band!);
    }

    /// <summary>The band that a frequency lies in, both edges included.</summary>
    /// <param name="mhz">MHz.</param>
    public static bool TryFromFrequency(decimal mhz, out string band)
    {
        band = table.FirstOrDefault(row => row.Lower <= mhz && mhz <= row.Upper).Band ?? "";
        return band.Length > 0;
    }

    /// <summary>ADIF's name: <c>"20m"</c>, <c>"70cm"</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="band"/> is none of <see cref="All"/>.</exception>
    public static string ToAdif(string band) => lowerEdges.ContainsKey(band) ? AdifName(band) : throw NoBand(band);

    /// <summary>The band's lower edge, MHz.</summary>
    /// <exception cref="ArgumentException"><paramref name="band"/> is none of <see cref="All"/>.</exception>
    public static decimal LowerEdge(string band) => lowerEdges.TryGetValue(band, out var edge) ? edge : throw NoBand(band);

    private static IEnumerable<KeyValuePair<string, string>> Spellings() =>
        table.SelectMany(row => new[] { row.Band, AdifName(row.Band) }.Distinct(), (row, spelling) => KeyValuePair.Create(spelling, row.Band));

    private static string AdifName(string band) => char.IsAsciiLetter(band[^1]) ? band : band + "m";

    private static ArgumentException NoBand(string band) => new($"'{band}' is not a band as the log writes it.", nameof(band));
}

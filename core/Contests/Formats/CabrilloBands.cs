using System.Collections.Frozen;

namespace OrleansContest.Contests.Formats;

/// <summary>The first column of a Cabrillo QSO line: a frequency in kHz, or from 50 MHz up the name of a band.</summary>
/// <remarks>Source: Cabrillo 3.0, "QSO data". On short wave a band without a frequency is written as its lower edge, so that reads as the band alone.</remarks>
internal static class CabrilloBands
{
    /// <summary>The name that is written, first, and others that are read.</summary>
    private static readonly (string Band, string[] Names)[] table =
    [
        ("6", ["50"]),
        ("4", ["70"]),
        ("2", ["144"]),
        ("1.25", ["222", "220"]),
        ("70cm", ["432", "430"]),
        ("33cm", ["902", "903"]),
        ("23cm", ["1.2G"]),
        ("13cm", ["2.3G"]),
        ("9cm", ["3.4G", "3.3G"]),
        ("6cm", ["5.7G", "5.6G"]),
        ("3cm", ["10G"]),
        ("1.25cm", ["24G"]),
        ("6mm", ["47G"]),
        ("4mm", ["75G", "76G"]),
        ("2.5mm", ["122G", "119G", "123G"]),
        ("2mm", ["134G", "142G"]),
        ("1mm", ["241G"]),
        ("submm", ["LIGHT", "300G"]),
    ];

    private static readonly FrozenDictionary<string, string> byName = table
        .SelectMany(row => row.Names, (row, name) => KeyValuePair.Create(name, row.Band))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> names = table.ToFrozenDictionary(row => row.Band, row => row.Names[0]);

    /// <param name="word">The column.</param>
    /// <param name="band">The band as the log writes it.</param>
    /// <param name="frequency">MHz; null where the column names the band only.</param>
    internal static bool TryRead(string word, out string band, out decimal? frequency)
    {
        frequency = null;
        if (byName.TryGetValue(word, out band!))
        {
            return true;
        }

        if (!LogText.TryNumber(word, out var number) || number is <= 0 or > 7_500_000_000m)
        {
            band = "";
            return false;
        }

        if (Bands.TryFromFrequency(number / 1000, out band))
        {
            frequency = number == EdgeInKilohertz(band) ? null : number / 1000;
            return true;
        }

        // Not kHz: some programs write MHz (14.2, 1296).
        frequency = number;
        return Bands.TryFromFrequency(number, out band);
    }

    internal static string Write(string band, decimal? frequency)
    {
        if (names.TryGetValue(band, out var name))
        {
            return name;
        }

        var edge = EdgeInKilohertz(band);
        return LogText.Number(frequency is { } mhz ? Math.Max(edge, decimal.Floor(mhz * 1000)) : edge);
    }

    private static decimal EdgeInKilohertz(string band) => decimal.Ceiling(Bands.LowerEdge(band) * 1000);
}

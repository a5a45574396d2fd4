using System.Buffers;
using System.Globalization;
using System.Text;

namespace OrleansContest.Contests.Formats;

/// <summary>Writes one station's log as Cabrillo 3.0: its kept header lines, or ones made from the contest; a QSO line per entry.</summary>
/// <remarks>
/// Source: Cabrillo 3.0. A line has the date, the minute, the frequency in kHz (from 50 MHz up the band) and one of five modes; what else an entry
/// knows has no place in it. Line breaks and other control characters within a value become spaces, so no value ends a line.
/// </remarks>
/// <param name="output">Takes the file.</param>
/// <param name="contest">The contest's name, for <c>CONTEST:</c>.</param>
/// <param name="stationId">Whose log it is.</param>
/// <param name="kept">The header lines that the station's own file had; null where it had none.</param>
public sealed class CabrilloWriter(IBufferWriter<byte> output, string contest, string stationId, StationHeaders? kept = null) : ILogWriter
{
    private readonly IReadOnlyList<HeaderLine> headers = Headers(contest, stationId, kept);

    public void WriteBegin()
    {
        WriteLine("START-OF-LOG: 3.0");
        foreach (var header in headers)
        {
            WriteLine($"{header.Tag}: {header.Value}".TrimEnd());
        }
    }

    public void Write(LogEntry entry)
    {
        var own = Word(headers.First(header => header.Tag == "CALLSIGN").Value);
        var line = CabrilloColumns.Of(entry, own);
        WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"QSO: {CabrilloBands.Write(entry.Band, entry.Frequency),5} {ModeOf(entry.Mode)} {entry.QsoDate:yyyy-MM-dd} {Minute(entry.QsoTime)} {own,-13} {line}"));
    }

    public void WriteEnd() => WriteLine("END-OF-LOG:");

    /// <summary>One word of the value: without spaces and control characters; <c>-</c> where nothing is left.</summary>
    internal static string Word(string? value)
    {
        var word = string.Concat((value ?? "").Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        return word.Length == 0 ? CabrilloContact.Absent : word;
    }

    private static string Minute(string time) => time[..2] + time[3..5];

    private static string ModeOf(string mode) => (mode, Modes.ClassOf(mode)) switch
    {
        (_, ModeClass.Cw) => "CW",
        ("FM", _) => "FM",
        (_, ModeClass.Phone) => "PH",
        ("RTTY", _) => "RY",
        _ => "DG",
    };

    /// <summary>The station's own lines as they were, then those that are missing and no log may lack.</summary>
    private static List<HeaderLine> Headers(string contest, string stationId, StationHeaders? kept)
    {
        var lines = (kept?.Lines ?? [])
            .Select(line => new HeaderLine(Line(line.Tag).ToUpperInvariant(), Line(line.Value)))
            .Where(line => CabrilloLine.Of(0, line.Tag + ":").Tag is not ("" or "QSO" or "X-QSO" or "START-OF-LOG" or "END-OF-LOG"))
            .Where(line => line is not { Tag: "CALLSIGN", Value: "" })
            .ToList();
        HeaderLine[] needed = [new("CONTEST", Line(contest)), new("CALLSIGN", Line(stationId)), new("CREATED-BY", "Orleans.Contest")];
        lines.AddRange(needed.Where(line => !lines.Exists(own => own.Tag == line.Tag)));
        return lines;
    }

    private static string Line(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private void WriteLine(string line) => Encoding.UTF8.GetBytes(line + "\r\n", output);
}

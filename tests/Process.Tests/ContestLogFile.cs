using System.Globalization;
using System.Text;

namespace OrleansContest.Tests.Processes;

/// <summary>Logs of many stations, as ADIF.</summary>
internal static class ContestLogFile
{
    /// <summary>A file of contacts of several stations over 48 hours, each with another callsign and time.</summary>
    /// <param name="contacts">How many.</param>
    /// <param name="stations">Of how many stations, in turn.</param>
    public static byte[] Adif(int contacts, int stations)
    {
        var text = new StringBuilder("Made for a test.\n<ADIF_VER:5>3.1.4 <EOH>\n");
        for (var n = 0; n < contacts; n++)
        {
            Record(text, n, stations);
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Record(StringBuilder text, int n, int stations)
    {
        var at = new DateTime(2026, 6, 27).AddSeconds((long)n * 172_800 / Math.Max(n + 1, 100_000));
        Field(text, "CALL", Call(n));
        Field(text, "BAND", new[] { "160m", "80m", "40m", "20m", "15m", "10m" }[n % 6]);
        Field(text, "MODE", new[] { "CW", "SSB", "FT8", "RTTY" }[n / 6 % 4]);
        Field(text, "QSO_DATE", at.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Field(text, "TIME_ON", at.ToString("HHmmss", CultureInfo.InvariantCulture));
        Field(text, "STATION_CALLSIGN", $"K{n % stations % 10}CL{(char)('A' + n % stations)}");
        Field(text, "OPERATOR", $"W{n % 10}OP{(char)('A' + n / 10 % 5)}");
        Field(text, "RST_SENT", "599");
        Field(text, "RST_RCVD", "599");
        Field(text, "SRX_STRING", "3A ENY");
        text.Append("<EOR>\n");
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append('<').Append(name).Append(':').Append(value.Length).Append('>').Append(value).Append(' ');

    private static string Call(int n) => string.Create(
        CultureInfo.InvariantCulture,
        $"{"KWNA"[n % 4]}{(char)('A' + n / 4 % 26)}{n / 104 % 10}{(char)('A' + n / 1040 % 26)}{(char)('A' + n / 27040 % 26)}{(char)('A' + n / 703040 % 26)}");
}

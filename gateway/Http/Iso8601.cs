using System.Globalization;

namespace OrleansContest.Gateway.Http;

/// <summary>Times as clients write them: <c>2026-06-27</c> or <c>2026-06-27T18:00:00Z</c>; UTC unless an offset is given.</summary>
internal static class Iso8601
{
    private static readonly string[] formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}

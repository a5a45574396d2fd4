namespace OrleansContest.Contests;

/// <summary>The time of a contact, UTC: <c>HH:MM</c> or <c>HH:MM:SS</c>, as precise as it was reported.</summary>
internal static class QsoTimes
{
    /// <summary>Takes also <c>HHMM</c> and <c>HHMMSS</c>, and surrounding space.</summary>
    public static bool TryNormalize(string text, out string time)
    {
        var said = text.AsSpan().Trim();
        time = said.Length switch
        {
            4 => $"{said[..2]}:{said[2..]}",
            6 => $"{said[..2]}:{said[2..4]}:{said[4..]}",
            5 or 8 => said.Length == text.Length ? text : said.ToString(),
            _ => "",
        };
        return time.Length > 0 && IsTime(time);
    }

    private static bool IsTime(ReadOnlySpan<char> time) =>
        IsBelow(time[..2], 24)
        && time[2] == ':'
        && IsBelow(time[3..5], 60)
        && (time.Length == 5 || (time[5] == ':' && IsBelow(time[6..], 60)));

    private static bool IsBelow(ReadOnlySpan<char> digits, int bound) =>
        char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1]) && ((digits[0] - '0') * 10) + (digits[1] - '0') < bound;
}

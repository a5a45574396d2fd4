namespace OrleansContest.Contests;

/// <summary>The multiplier an entry earns by its prefix, as the CQ WPX contest counts it.</summary>
/// <remarks>Source: CQ WPX rules, section VI. Its worked examples are the vectors of WpxPrefixTests.</remarks>
public static class WpxPrefix
{
    /// <summary>Letters that begin a country's calls on their own, so that every digit after them counts the area.</summary>
    private const string SingleLetterCountries = "BFGIKMNRUW";

    /// <summary>The prefix of a station, where it is: a portable designator takes the place of its own prefix.</summary>
    /// <param name="call">A full callsign, upper case, portable designators included (<c>LX/G3XYZ</c>, <c>W8XYZ/4</c>).</param>
    /// <returns>The prefix, up to and including its last digit: <c>LX0</c>, <c>W4</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="call"/> holds no letter.</exception>
    public static string Of(string call)
    {
        if (!call.Any(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{call}' holds no letter.", nameof(call));
        }

        var parts = CallsignParts.Of(call);
        return parts switch
        {
            { Designator: { } designator } => OfPart(designator),
            { Area: { } area } => InArea(parts.Own, area),
            _ => OfPart(parts.Own),
        };
    }

    /// <summary>Up to the last digit that stands before the suffix; a zero after two letters where there is none.</summary>
    private static string OfPart(string part)
    {
        var digit = part.AsSpan(1).IndexOfAnyInRange('0', '9') + 1;
        if (digit == 0)
        {
            return part[..Math.Min(part.Length, char.IsAsciiDigit(part[0]) ? 3 : 2)] + "0";
        }

        var end = part.AsSpan(digit).IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? part : part[..(digit + end)];
    }

    /// <summary>W8XYZ in area 4 is W4, WB200AA is WB4, and S51A is S54: there the first digit is the country's.</summary>
    internal static string InArea(string own, char area)
    {
        var prefix = OfPart(own);
        var letters = prefix.AsSpan().TrimEnd("0123456789");
        var countryDigit = letters.Length == 1 && !SingleLetterCountries.Contains(letters[0]);
        return prefix[..(letters.Length + (countryDigit ? 1 : 0))] + area;
    }
}

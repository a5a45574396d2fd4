using System.Text;

namespace OrleansContest.Contests;

/// <summary>Maidenhead locators of 4, 6 or 8 characters, written <c>FN31</c>, <c>FN31pr</c>, <c>FN31pr55</c>.</summary>
/// <remarks>Source: IARU Region 1, VHF Managers Handbook: field A–R, square 0–9, subsquare a–x, extended square 0–9.</remarks>
public static class Grids
{
    /// <summary>Takes either case and surrounding space.</summary>
    public static bool TryNormalize(string? text, out string grid)
    {
        grid = "";
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is not (4 or 6 or 8) || !Ascii.IsValid(trimmed))
        {
            return false;
        }

        Span<char> canonical = stackalloc char[trimmed.Length];
        for (var i = 0; i < trimmed.Length; i++)
        {
            canonical[i] = i is 4 or 5 ? char.ToLowerInvariant(trimmed[i]) : char.ToUpperInvariant(trimmed[i]);
            if (!Fits(canonical[i], i))
            {
                return false;
            }
        }

        grid = canonical.ToString();
        return true;
    }

    private static bool Fits(char character, int place) => (place / 2) switch
    {
        0 => character is >= 'A' and <= 'R',
        2 => character is >= 'a' and <= 'x',
        _ => char.IsAsciiDigit(character),
    };
}

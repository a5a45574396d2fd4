using System.Text;
using System.Text.RegularExpressions;

namespace OrleansContest.Contests;

/// <summary>What is a callsign: one to four parts of letters and digits joined by strokes, one of which is a station's own call.</summary>
/// <remarks>
/// A call is a prefix (one or two letters, digit and letters, with up to four digits after it) and a suffix that begins with a letter:
/// <c>W4Y</c>, <c>3DA0RS</c>, <c>W200YARC</c>. Source: ITU Radio Regulations, article 19.67–19.69, and the special calls that 19.68A allows.
/// The shape alone is checked, not whether the prefix was ever allocated. 3 to 20 characters.
/// </remarks>
public static partial class Callsigns
{
    public const int MaxLength = 20;

    private const int MaxParts = 4;

    /// <summary>Trims and upper-cases.</summary>
    public static bool TryNormalize(string? text, out string call)
    {
        call = "";
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 3 or > MaxLength || !Ascii.IsValid(trimmed))
        {
            return false;
        }

        Span<char> upper = stackalloc char[trimmed.Length];
        trimmed.ToUpperInvariant(upper);
        if (!HasShape(upper))
        {
            return false;
        }

        call = upper.ToString();
        return true;
    }

    /// <summary>Whether upper-case text is a station's own call, without strokes.</summary>
    internal static bool IsOwnCall(ReadOnlySpan<char> part) => OwnCall().IsMatch(part);

    private static bool HasShape(ReadOnlySpan<char> call)
    {
        var (parts, own) = (0, false);
        foreach (var range in call.Split('/'))
        {
            var part = call[range];
            if (++parts > MaxParts || !Part().IsMatch(part))
            {
                return false;
            }

            own |= IsOwnCall(part);
        }

        return own;
    }

    [GeneratedRegex(@"^([A-Z]{1,2}|[0-9][A-Z]{1,2})[0-9]{1,4}[A-Z][A-Z0-9]{0,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OwnCall();

    [GeneratedRegex(@"^[A-Z0-9]{1,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}

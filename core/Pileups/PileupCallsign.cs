using System.Text.RegularExpressions;

namespace OrleansContest.Pileups;

/// <summary>Callsigns as this queue takes them: simpler than the world's, because its clients know no others.</summary>
/// <remarks>
/// One or two letters, one or two digits, one to four letters (<c>W1AW</c>, <c>EI6LF</c>, <c>EI150ABC</c> is none);
/// or digit, letter, digit, one to three letters (<c>2E0ABC</c>). Source: the pileup-queue contract.
/// </remarks>
public static partial class PileupCallsign
{
    public const int MinLength = 3;

    public const int MaxLength = 10;

    /// <summary>The callsign without blanks around it, in upper case.</summary>
    public static string Normalize(string text) => text.Trim().ToUpperInvariant();

    /// <param name="callsign">Normalized.</param>
    public static bool HasValidLength(string callsign) => callsign.Length is >= MinLength and <= MaxLength;

    /// <param name="callsign">Normalized.</param>
    public static bool IsValid(string callsign) => HasValidLength(callsign) && Form().IsMatch(callsign);

    [GeneratedRegex(@"\A(?:[A-Z]{1,2}[0-9]{1,2}[A-Z]{1,4}|[0-9][A-Z][0-9][A-Z]{1,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OrleansContest.Contests;

/// <summary>What the strokes of a callsign say.</summary>
/// <param name="Own">The station's own call, <c>G4ABC</c>.</param>
/// <param name="Designator">The prefix of the place it operates from, <c>EA8</c>; null at home.</param>
/// <param name="Area">The call area it operates from, as in <c>W8XYZ/4</c>; null when not stated.</param>
/// <param name="AtSeaOrAloft">Maritime or aeronautical mobile: in no country.</param>
internal sealed partial record CallsignParts(string Own, string? Designator, char? Area, bool AtSeaOrAloft)
{
    /// <summary>Letters behind a stroke that look like a prefix and are not: licence classes, lighthouses, lightships.</summary>
    private static readonly FrozenSet<string> notDesignators =
        FrozenSet.Create("AA", "AE", "AG", "AM", "KT", "LH", "LS", "MM", "PM");

    /// <param name="call">A callsign, upper case.</param>
    internal static CallsignParts Of(string call)
    {
        var parts = call.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return new CallsignParts(call, null, null, false);
        }

        var own = OwnAmong(parts);
        var before = parts.Take(own).FirstOrDefault(part => part.Any(char.IsAsciiLetterUpper));
        var after = parts[(own + 1)..];
        return new CallsignParts(
            parts[own],
            before ?? after.FirstOrDefault(IsDesignator),
            after.Where(part => part.Length == 1 && char.IsAsciiDigit(part[0])).Select(part => (char?)part[0]).FirstOrDefault(),
            after.Any(part => part is "MM" or "AM"));
    }

    /// <summary>The longest part shaped like a call, unless it is a place's prefix (<c>VP2E</c>); the last of equals; else the longest.</summary>
    private static int OwnAmong(string[] parts) =>
        Enumerable.Range(0, parts.Length)
            .OrderByDescending(i => Callsigns.IsOwnCall(parts[i]))
            .ThenBy(i => DxccTable.IsPrefix(parts[i]))
            .ThenByDescending(i => parts[i].Length)
            .ThenByDescending(i => i)
            .First();

    /// <summary>Behind the call a stroke may also mean how it operates (<c>/P</c>, <c>/QRP</c>), so only a known prefix is one.</summary>
    private static bool IsDesignator(string part) =>
        part is "F" or "G" or "I" or "K" or "W"
        || (Prefix().IsMatch(part) && !notDesignators.Contains(part) && DxccTable.Find(part) is not null)
        || DxccTable.IsPrefix(part);

    [GeneratedRegex(@"^([A-Z]{2}[0-9]{0,2}|[A-Z][0-9]{1,2}|[0-9][A-Z]{1,2}[0-9]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}

using System.Diagnostics;

namespace OrleansContest.Contests;

/// <summary>What a contact earns by the contest's rules.</summary>
internal static class Scoring
{
    /// <summary>The entry with its points and multiplier. A dupe, and what was merged away, earns nothing.</summary>
    public static LogEntry Score(this LogEntry entry, ContestRuleSet rules, bool isDupe)
    {
        var earns = entry.Counts() && !isDupe;
        return entry with
        {
            IsDupe = isDupe,
            Points = earns ? Points(entry, rules) : 0,
            Multiplier = earns ? Multiplier(entry, rules) : null,
        };
    }

    private static int Points(LogEntry entry, ContestRuleSet rules) =>
        rules.BandPoints.TryGetValue(entry.Band, out var points)
        || rules.Points.TryGetValue(ModeClasses.NameOf(entry.ModeClass()), out points) ? points : 1;

    private static string? Multiplier(LogEntry entry, ContestRuleSet rules) => rules.Multiplier switch
    {
        MultiplierKind.None => null,
        MultiplierKind.Section => Exchanged(entry, rules, "section")?.ToUpperInvariant(),
        MultiplierKind.Grid4 => Grid(entry, rules),
        MultiplierKind.DxccPrefix => DxccPrefix.Of(entry.Callsign),
        MultiplierKind.WpxPrefix => WpxPrefix.Of(entry.Callsign),
        _ => throw new UnreachableException(),
    };

    private static string? Grid(LogEntry entry, ContestRuleSet rules) =>
        Grids.TryNormalize(entry.Grid ?? Exchanged(entry, rules, "grid"), out var grid) ? grid[..4] : null;

    /// <summary>One field of what was received. The last field is the last word, whatever was left out before it.</summary>
    private static string? Exchanged(LogEntry entry, ContestRuleSet rules, string field)
    {
        var words = entry.Exchange?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var place = rules.Exchange.IndexOf(field);
        return place < 0 || place == rules.Exchange.Count - 1 ? words.LastOrDefault() : words.ElementAtOrDefault(place);
    }

    private static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}

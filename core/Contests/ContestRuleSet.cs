using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OrleansContest.Contests;

/// <summary>A contest's rules, as data.</summary>
/// <remarks>Score = points × max(1, multipliers if they multiply) × the contest's power multiplier.</remarks>
public sealed record ContestRuleSet
{
    public ContestRuleSet()
    {
    }

    /// <summary>As it is read: what is left out has the same default as anywhere else.</summary>
    [JsonConstructor]
    [SetsRequiredMembers]
    public ContestRuleSet(
        string name,
        IReadOnlyDictionary<string, int>? points = null,
        IReadOnlyDictionary<string, int>? bandPoints = null,
        DupeRule dupes = DupeRule.BandMode,
        MultiplierKind multiplier = MultiplierKind.None,
        bool multiplierPerBand = false,
        bool multiplies = true,
        IReadOnlyList<string>? exchange = null,
        IReadOnlyList<string>? bands = null,
        IReadOnlyList<string>? modes = null)
    {
        (Name, Dupes, Multiplier, MultiplierPerBand, Multiplies) = (name, dupes, multiplier, multiplierPerBand, multiplies);
        (Points, BandPoints) = (points ?? Points, bandPoints ?? BandPoints);
        (Exchange, Bands, Modes) = (exchange ?? [], bands ?? [], modes ?? []);
    }

    /// <summary>Its name: a built-in one, or the organiser's own.</summary>
    public required string Name { get; init; }

    /// <summary>Points of a contact by mode class (<c>CW</c>, <c>PHONE</c>, <c>DIGITAL</c>); a class not named earns 1.</summary>
    public IReadOnlyDictionary<string, int> Points { get; init; } = new Dictionary<string, int>();

    /// <summary>Points by band (<c>"70cm"</c> and <c>"160" … "2"</c> as written in the log), which go before those by class.</summary>
    public IReadOnlyDictionary<string, int> BandPoints { get; init; } = new Dictionary<string, int>();

    /// <summary>What makes a second contact with a callsign a dupe. Default: the same band and mode class.</summary>
    public DupeRule Dupes { get; init; } = DupeRule.BandMode;

    /// <summary>What is collected beside points. Default: nothing.</summary>
    public MultiplierKind Multiplier { get; init; } = MultiplierKind.None;

    /// <summary>Whether a multiplier counts anew on each band.</summary>
    public bool MultiplierPerBand { get; init; }

    /// <summary>Whether multipliers multiply the score, or are only counted.</summary>
    public bool Multiplies { get; init; } = true;

    /// <summary>Names of what is exchanged, in the order in which the exchange is written, such as <c>class</c>, <c>section</c>.</summary>
    public IReadOnlyList<string> Exchange { get; init; } = [];

    /// <summary>Bands that count; empty for all.</summary>
    public IReadOnlyList<string> Bands { get; init; } = [];

    /// <summary>Modes or mode classes that count; empty for all.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];
}

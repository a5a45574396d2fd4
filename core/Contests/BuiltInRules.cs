using System.Diagnostics.CodeAnalysis;

namespace OrleansContest.Contests;

/// <summary>The rules that a contest may take by name.</summary>
/// <remarks>Source: the contest-log contract, <c>docs/protocols/contest-log.md</c>.</remarks>
public static class BuiltInRules
{
    private static readonly Dictionary<string, int> twoButPhone = new() { ["CW"] = 2, ["PHONE"] = 1, ["DIGITAL"] = 2 };

    /// <summary>All of them: <c>ARRL-FD</c>, <c>WFD</c>, <c>ARRL-VHF</c>, <c>PREFIX</c>, <c>GENERAL</c>.</summary>
    public static IReadOnlyList<ContestRuleSet> All { get; } =
    [
        FieldDay("ARRL-FD"),
        FieldDay("WFD"),
        Vhf("ARRL-VHF"),
        new() { Name = "PREFIX", Multiplier = MultiplierKind.WpxPrefix, Exchange = ["serial"] },
        new() { Name = "GENERAL" },
    ];

    /// <param name="name">In any case.</param>
    /// <param name="rules">The rules of that name.</param>
    public static bool TryGet(string? name, [MaybeNullWhen(false)] out ContestRuleSet rules)
    {
        rules = All.FirstOrDefault(rules => string.Equals(rules.Name, name, StringComparison.OrdinalIgnoreCase));
        return rules is not null;
    }

    private static ContestRuleSet FieldDay(string name) => new()
    {
        Name = name,
        Points = twoButPhone,
        Multiplier = MultiplierKind.Section,
        Multiplies = false,
        Exchange = ["class", "section"],
    };

    private static ContestRuleSet Vhf(string name)
    {
        var points = Bands.All.SkipWhile(band => band != "6").Where(band => band is not ("5" or "4")).ToDictionary(band => band, VhfPoints);
        return new()
        {
            Name = name,
            BandPoints = points,
            Multiplier = MultiplierKind.Grid4,
            MultiplierPerBand = true,
            Exchange = ["grid"],
            Bands = [.. points.Keys],
        };
    }

    private static int VhfPoints(string band) => band switch
    {
        "6" or "2" => 1,
        "1.25" or "70cm" => 2,
        "33cm" or "23cm" => 4,
        _ => 8,
    };
}

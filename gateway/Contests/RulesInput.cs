using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Rules as a client writes them: everything that is absent is as <see cref="ContestRuleSet"/> has it.</summary>
internal sealed record RulesInput(
    string? Name = null,
    IReadOnlyDictionary<string, int>? Points = null,
    IReadOnlyDictionary<string, int>? BandPoints = null,
    DupeRule? Dupes = null,
    MultiplierKind? Multiplier = null,
    bool? MultiplierPerBand = null,
    bool? Multiplies = null,
    IReadOnlyList<string?>? Exchange = null,
    IReadOnlyList<string?>? Bands = null,
    IReadOnlyList<string?>? Modes = null)
{
    /// <param name="contestName">The rules' name when they have none of their own.</param>
    public ContestRuleSet ToRules(string contestName)
    {
        var plain = new ContestRuleSet { Name = Name ?? contestName };
        return plain with
        {
            Points = Points ?? plain.Points,
            BandPoints = BandPoints ?? plain.BandPoints,
            Dupes = Dupes ?? plain.Dupes,
            Multiplier = Multiplier ?? plain.Multiplier,
            MultiplierPerBand = MultiplierPerBand ?? plain.MultiplierPerBand,
            Multiplies = Multiplies ?? plain.Multiplies,
            Exchange = Texts(Exchange),
            Bands = Texts(Bands),
            Modes = Texts(Modes),
        };
    }

    private static string[] Texts(IReadOnlyList<string?>? texts) => [.. (texts ?? []).Select(text => text ?? "")];
}

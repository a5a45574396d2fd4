using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Rules as a client writes them: everything that is absent is as <see cref="ContestRuleSet"/> has it.</summary>
internal sealed record RulesInput(
    string? Name,
    IReadOnlyDictionary<string, int>? Points,
    IReadOnlyDictionary<string, int>? BandPoints,
    DupeRule? Dupes,
    MultiplierKind? Multiplier,
    bool? MultiplierPerBand,
    bool? Multiplies,
    IReadOnlyList<string?>? Exchange,
    IReadOnlyList<string?>? Bands,
    IReadOnlyList<string?>? Modes)
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

using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Reads a contest that somebody wants to create, and collects what is wrong with it.</summary>
internal sealed class ContestCheck
{
    private const int MaxNameLength = 200;
    private const int MaxPoints = 1_000;
    private const int MaxExchangeFields = 10;

    private readonly List<string> reasons = [];

    public Refusal? Refusal => reasons.Count > 0 ? ContestRefusals.InvalidContest(reasons) : null;

    /// <summary>The contest in its canonical form; means something only if there is no <see cref="Refusal"/>.</summary>
    public ContestCard Read(string id, ContestDraft draft, DateTimeOffset at)
    {
        DateTimeOffset? start = draft.StartsAt is { } startsAt ? UtcMilliseconds.Cut(startsAt) : null;
        DateTimeOffset? end = draft.EndsAt is { } endsAt ? UtcMilliseconds.Cut(endsAt) : null;
        Require(!(end <= start), "endsAt is after startsAt.");
        Require(draft.PowerMultiplier is 1 or 2 or 5, "powerMultiplier is 1, 2 or 5.");
        return new ContestCard(id, Name("name", draft.Name), Read(draft.Rules), start, end, draft.Open, draft.PowerMultiplier, at);
    }

    private ContestRuleSet Read(ContestRuleSet rules)
    {
        Require(Enum.IsDefined(rules.Dupes), "rules.dupes is band, band+mode or none.");
        Require(Enum.IsDefined(rules.Multiplier), "rules.multiplier is none, section, grid4, dxcc-prefix or wpx-prefix.");
        Require(rules.Exchange.Count <= MaxExchangeFields, $"rules.exchange has at most {MaxExchangeFields} fields.");
        return rules with
        {
            Name = Name("rules.name", rules.Name),
            Points = Points("rules.points", rules.Points, ModeClassName),
            BandPoints = Points("rules.bandPoints", rules.BandPoints, Band),
            Exchange = [.. rules.Exchange.Take(MaxExchangeFields).Select(field => Name("rules.exchange", field).ToLowerInvariant())],
            Bands = [.. rules.Bands.Select(band => Band("rules.bands", band)).Distinct()],
            Modes = [.. rules.Modes.Select(Mode).Distinct()],
        };
    }

    private SortedDictionary<string, int> Points(
        string field, IReadOnlyDictionary<string, int> points, Func<string, string, string> read)
    {
        var canonical = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in points)
        {
            Require(value is >= 0 and <= MaxPoints, $"{field}: points are 0 to {MaxPoints}.");
            Require(canonical.TryAdd(read(field, name), value), $"{field} names {PlainText.Quote(name)} twice.");
        }

        return canonical;
    }

    private string Name(string field, string? text)
    {
        var name = text?.Trim() ?? "";
        Require(
            name.Length is > 0 and <= MaxNameLength && PlainText.IsClean(name),
            $"{field} has 1 to {MaxNameLength} characters, no control characters.");
        return name;
    }

    private string ModeClassName(string field, string text)
    {
        var name = text.Trim().ToUpperInvariant();
        Require(ModeClasses.Names.Contains(name), $"{field}: {PlainText.Quote(text)} is not one of CW, PHONE and DIGITAL.");
        return name;
    }

    private string Band(string field, string? text)
    {
        var isBand = Bands.TryNormalize(text, out var band);
        Require(isBand, $"{field}: {PlainText.Quote(text)} is not an amateur band.");
        return isBand ? band : "";
    }

    private string Mode(string? text)
    {
        var name = text?.Trim().ToUpperInvariant() ?? "";
        if (ModeClasses.Names.Contains(name))
        {
            return name;
        }

        var isMode = Modes.TryNormalize(name, out var mode);
        Require(isMode, $"rules.modes: {PlainText.Quote(text)} is neither a mode nor a class of modes.");
        return isMode ? mode : "";
    }

    private void Require(bool holds, string otherwise)
    {
        const int maxReasons = 20;
        if (!holds && reasons.Count < maxReasons && !reasons.Contains(otherwise))
        {
            reasons.Add(otherwise);
        }
    }
}

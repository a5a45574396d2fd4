using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

/// <summary>A contest's rules and what is done in it: few calls, bands and hours, so that everything meets everything.</summary>
internal sealed record RandomNight(CreateContest Contest, IReadOnlyList<ContestCommand> Commands)
{
    private static readonly ContestRuleSet[] ruleSets =
    [
        .. BuiltInRules.All,
        new()
        {
            Name = "Per band",
            Dupes = DupeRule.Band,
            Multiplier = MultiplierKind.WpxPrefix,
            MultiplierPerBand = true,
            Points = new Dictionary<string, int> { ["CW"] = 3 },
        },
        new()
        {
            Name = "No dupes",
            Dupes = DupeRule.None,
            Multiplier = MultiplierKind.DxccPrefix,
            BandPoints = new Dictionary<string, int> { ["6"] = 5 },
        },
    ];

    public static Arbitrary<RandomNight> Arbitrary { get; } = Arb.From(
        from rules in Gen.Elements(ruleSets)
        from power in Gen.Elements(1, 2, 5)
        from commands in Gen.ListOf(Command)
        select new RandomNight(ContestScenario.Contest(rules, power: power), [.. commands]),
        Smaller);

    private static Gen<ContestCommand> Command => Gen.Frequency(
        (12, Draft.Select(ContestCommand (draft) => Qso(draft))),
        (4, from number in Number from values in Draft from fields in Fields select (ContestCommand)Edit(number, values, fields)),
        (3, from number in Number select (ContestCommand)Delete(number)),
        (3, from primary in Number from duplicates in Gen.ListOf(Number) select (ContestCommand)Merge(primary, [.. duplicates.Take(3)])));

    private static Gen<int> Number => Gen.Choose(1, 15);

    private static Gen<QsoDraft> Draft =>
        from station in Gen.Elements("W1AW", "w1aw", "K2XYZ")
        from call in Gen.Elements("K1ABC", "K2DEF", "DL1ABC/P")
        from band in Gen.Elements("6", "70cm")
        from mode in Gen.Elements("CW", "SSB", "FM", "FT8")
        from minute in Gen.Elements("10:59", "11:00", "12:00", "12:00:01")
        from op in Gen.Elements<string?>(null, "K1XYZ", "N0CALL")
        from club in Gen.Elements<string?>(null, "YARC", "FRC")
        from exchange in Gen.Elements<string?>(null, "2A CT", "3A EMA", "FN31", "FN42")
        from key in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("mine", "other")))
        select new QsoDraft
        {
            StationId = station,
            Callsign = call,
            Band = band,
            Mode = mode,
            QsoDate = "2026-01-24",
            QsoTime = minute,
            OperatorCallsign = op,
            ClubId = club,
            Exchange = exchange,
            DedupeKey = key,
        };

    private static Gen<string[]> Fields =>
        Gen.SubListOf("stationId", "callsign", "band", "mode", "qsoTime", "operatorCallsign", "clubId", "exchange", "notes")
            .Select(fields => fields.ToArray());

    /// <summary>Without one half or the other, then without one command.</summary>
    private static IEnumerable<RandomNight> Smaller(RandomNight night)
    {
        var (commands, half) = (night.Commands, night.Commands.Count / 2);
        if (half > 1)
        {
            yield return night with { Commands = [.. commands.Take(half)] };
            yield return night with { Commands = [.. commands.Skip(half)] };
        }

        for (var i = 0; i < commands.Count; i++)
        {
            yield return night with { Commands = [.. commands.Where((_, place) => place != i)] };
        }
    }

    public override string ToString() => $"{Contest.Draft.Rules.Name}:\n{string.Join('\n', Commands)}";
}

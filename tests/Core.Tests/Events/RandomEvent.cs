using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>What a venue might send: few boats, races and times, so that everything meets everything.</summary>
internal sealed record RandomEvent(MergeStrategy Strategy, IReadOnlyList<EventCommand> Commands)
{
    private static readonly string[] races = [Run1, Run2, Final, "K9_FIN_1"];

    public static Arbitrary<RandomEvent> Arbitrary { get; } = Arb.From(
        from strategy in Gen.Elements(MergeStrategy.PushWins, MergeStrategy.XmlWins)
        from first in Imports
        from commands in Gen.ListOf(Command)
        select new RandomEvent(strategy, Stamp([first, .. commands])),
        Smaller);

    public CreateEvent Create => Venue.Create with { Draft = Draft with { Strategy = Strategy } };

    private static Gen<EventCommand> Command => Gen.Frequency(
        (3, Imports),
        (9, Pushes),
        (4, Floats),
        (1, Gen.Elements<EventCommand>(Go(EventStatus.Finished), Go(EventStatus.Running), Go(EventStatus.Startlist))));

    private static Gen<EventCommand> Imports =>
        from count in Gen.Choose(0, 12)
        from results in Result.ArrayOf(count)
        from boats in Gen.Frequency((5, Gen.Constant(6)), (1, Gen.Choose(2, 4)))
        from raceCount in Gen.Frequency((5, Gen.Constant(3)), (1, Gen.Choose(1, 2)))
        from twin in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        let whole = Export([.. results.DistinctBy(result => (result.RaceId, result.ParticipantId))])
        select (EventCommand)Import(whole with
        {
            Participants = [.. whole.Participants.Take(boats).Select(one => twin && one.Id == Id(2) ? one with { IcfId = "ICF1" } : one)],
            Races = [.. whole.Races.Take(raceCount)],
        });

    private static Gen<EventCommand> Pushes =>
        from count in Gen.Choose(1, 3)
        from reports in Report.ArrayOf(count)
        select (EventCommand)Push(reports);

    private static Gen<EventCommand> Floats =>
        from count in Gen.Choose(0, 4)
        from boats in Gen.Choose(1, 7).ArrayOf(count)
        from race in Gen.Elements(races)
        select (EventCommand)OnCourse(Noon, [.. boats.Select((boat, i) => Afloat(boat, i, race))]);

    private static Gen<ExportedResult> Result =>
        from run in Report
        from bib in Gen.Frequency((6, Gen.Constant<int?>(null)), (1, Gen.Elements<int?>(1, 2, 40)))
        from rank in Gen.Elements<int?>(null, 1, 2)
        select new ExportedResult(
            run.RaceId, run.ParticipantId, run.Bib, bib ?? run.Bib, null, RunStatuses.Word(run.Status), null, null, run.Time, "  0  2", run.Pen, run.Total, Rnk: rank);

    private static Gen<ResultReport> Report =>
        from race in Gen.Frequency((12, Gen.Elements(races.Take(3))), (1, Gen.Constant(races[3])))
        from boat in Gen.Frequency((12, Gen.Choose(1, 3)), (1, Gen.Elements(4, 5, 6, 9)))
        from time in Gen.Frequency((2, Gen.Constant<int?>(null)), (8, Gen.Elements<int?>(8_000, 8_100)))
        from pen in Gen.Frequency((1, Gen.Constant<int?>(null)), (8, Gen.Elements<int?>(0, 200)))
        from total in Gen.Frequency((6, Gen.Constant(time + pen)), (1, Gen.Elements<int?>(null, 8_000, 8_100)))
        from status in Gen.Frequency((6, Gen.Constant<RunStatus?>(null)), (1, Gen.Elements<RunStatus?>(RunStatus.DidNotFinish, RunStatus.Disqualified)))
        from bib in Gen.Frequency((8, Gen.Constant<int?>(boat)), (1, Gen.Elements<int?>(null, 1, 50)))
        from gates in Gen.Elements<IReadOnlyList<GateReport>?>(null, [new(1, 0), new(2, 2)])
        select new ResultReport(race, Id(boat), bib, time, pen, total, status, gates);

    /// <summary>One a second.</summary>
    private static IReadOnlyList<EventCommand> Stamp(IReadOnlyList<EventCommand> commands) =>
        [.. commands.Select((command, i) => command with { At = Noon.AddSeconds(i) })];

    /// <summary>Without one half or the other, then without one command.</summary>
    private static IEnumerable<RandomEvent> Smaller(RandomEvent random)
    {
        var (commands, half) = (random.Commands, random.Commands.Count / 2);
        if (half > 1)
        {
            yield return random with { Commands = [.. commands.Take(half)] };
            yield return random with { Commands = [.. commands.Skip(half)] };
        }

        for (var i = 0; i < commands.Count; i++)
        {
            yield return random with { Commands = [.. commands.Where((_, place) => place != i)] };
        }
    }

    public override string ToString() => $"{Strategy}:\n{string.Join('\n', Commands.Select(Show))}";

    private static string Show(EventCommand command) => command switch
    {
        ImportExport c => $"import of {c.Export.Participants.Count} boats, {c.Export.Races.Count} races: {string.Join("; ", c.Export.Results)}",
        PushResults c => $"push of {string.Join("; ", c.Results)}",
        PushOnCourse c => $"on course {string.Join("; ", c.OnCourse)}",
        _ => command.ToString(),
    };
}

using System.Diagnostics.CodeAnalysis;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>An export as the event understands it: what it is made of, and its starts in our units.</summary>
internal sealed class ExportReading
{
    private ExportReading(EventStructure structure, Dictionary<RunKey, ResultRow> rows, int skipped) =>
        (Structure, Rows, Skipped) = (structure, rows, skipped);

    public EventStructure Structure { get; }

    /// <summary>In the export's order.</summary>
    public IReadOnlyDictionary<RunKey, ResultRow> Rows { get; }

    /// <summary>Starts of a race or a participant that the export does not have.</summary>
    public int Skipped { get; }

    public Imported Count => new(
        Structure.Participants.Count, Structure.Classes.Count, Structure.Races.Count, Rows.Count, Structure.Courses.Count, Skipped);

    /// <returns>Whether it can be taken over; else <paramref name="refusal"/> says why not.</returns>
    public static bool TryRead(
        EventExport export, [NotNullWhen(true)] out ExportReading? reading, [NotNullWhen(false)] out Refusal? refusal)
    {
        reading = null;
        refusal = ExportCheck.Wrong(export) is { } reason ? EventRefusals.InvalidExport(reason) : null;
        if (refusal is not null)
        {
            return false;
        }

        var structure = new EventStructure(export.Details, export.Classes, export.Participants, export.Races, export.Courses);
        reading = Read(structure, export.Results);
        return true;
    }

    private static ExportReading Read(EventStructure structure, IReadOnlyList<ExportedResult> results)
    {
        var (index, isMilliseconds) = (new EventIndex(structure), ExportTimes.AreMilliseconds(results));
        var rows = new Dictionary<RunKey, ResultRow>(results.Count);
        foreach (var result in results)
        {
            if (index.Has(result.RaceId, result.ParticipantId))
            {
                rows.Add(new RunKey(result.RaceId, result.ParticipantId), Row(result, index.FindRace(result.RaceId)!, isMilliseconds));
            }
        }

        return new ExportReading(structure, rows, results.Count - rows.Count);
    }

    private static ResultRow Row(ExportedResult result, Race race, bool isMilliseconds) => new(
        result.RaceId,
        result.ParticipantId,
        result.StartOrder,
        result.Bib,
        result.StartTime,
        result.DtStart,
        result.DtFinish,
        Run(result, race, isMilliseconds),
        result.Rnk,
        result.CatRnk,
        result.TotalBehind,
        result.CatTotalBehind);

    private static RunFigures Run(ExportedResult result, Race race, bool isMilliseconds)
    {
        var (status, gates) = (RunStatuses.Read(result.Status), GateCells.Read(result.Gates, race.GateCount));
        return isMilliseconds
            ? new(ExportTimes.ToHundredths(result.Time), result.Pen * 100, ExportTimes.ToHundredths(result.Total), status, gates)
            : new(result.Time, result.Pen, result.Total, status, gates);
    }
}

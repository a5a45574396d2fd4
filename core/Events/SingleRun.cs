namespace OrleansContest.Events;

/// <summary>The results of a race that counts by itself.</summary>
/// <remarks>
/// The export's own ranks stand as long as it is the only source, because in some races they follow from more than times. As
/// soon as a pushed result stands in the race, and where the export ranks nobody, all are ranked by their totals.
/// </remarks>
internal static class SingleRun
{
    public static IReadOnlyList<PublicResult> Lines(EventIndex index, Race race, IReadOnlyCollection<RunEntry> entries, bool detailed)
    {
        ExportedParticipant Who(RunEntry entry) => index.FindParticipant(entry.ParticipantId)!;
        var isExportAlone = entries.All(entry => entry.Pushed is null) && entries.Any(entry => entry.Exported?.Rnk is not null);
        var ranked = isExportAlone ? null : Ranking.Of(entries, entry => entry.Run.CleanTotal, entry => Who(entry).CatId);
        return ResultLines.InOrder(entries.Select(entry =>
        {
            var standing = ranked is null ? Exported(entry) : ranked.GetValueOrDefault(entry);
            var line = ResultLines.Line(Who(entry), entry, entry.Run, entry.Run.Status, standing);
            return (detailed ? line with { Detail = ResultLines.Detail(race, entry) } : line, entry);
        }));
    }

    /// <summary>Who has a status has no place, whatever the export says; it also leaves out how far a group's leader is behind itself.</summary>
    private static Standing Exported(RunEntry entry) => entry.Exported is { Run.Status: null } row
        ? new(row.Rnk, row.TotalBehind, row.CatRnk, row.CatTotalBehind ?? (row.CatRnk == 1 ? Ranking.Text(0) : null))
        : default;
}

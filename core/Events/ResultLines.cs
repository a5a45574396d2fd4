namespace OrleansContest.Events;

/// <summary>Makes the lines that the public sees.</summary>
internal static class ResultLines
{
    /// <param name="who">Who.</param>
    /// <param name="entry">The start whose figures are shown first.</param>
    /// <param name="run">Its figures, as they are to be shown.</param>
    /// <param name="status">Why there is no place.</param>
    /// <param name="standing">Where it stands.</param>
    public static PublicResult Line(ExportedParticipant who, RunEntry entry, RunFigures run, RunStatus? status, Standing standing) => new(
        standing.Rnk,
        entry.Bib ?? who.EventBib,
        who.IcfId,
        NameOf(who),
        who.Club,
        who.Noc,
        who.CatId,
        standing.CatRnk,
        run.Time,
        run.Pen,
        run.Total,
        standing.Behind,
        standing.CatBehind,
        status);

    public static RunDetail Detail(Race race, RunEntry entry) =>
        new(entry.Exported?.DtStart, entry.Exported?.DtFinish, race.Show(entry.Run.Gates), race.GateCount);

    public static string NameOf(ExportedParticipant who) => $"{who.FamilyName} {who.GivenName}".Trim();

    /// <summary>By rank; then who has none, in the order of the start list.</summary>
    public static IReadOnlyList<PublicResult> InOrder(IEnumerable<(PublicResult Line, RunEntry Entry)> lines) =>
    [
        .. lines
            .OrderBy(line => line.Line.Rnk ?? int.MaxValue)
            .ThenBy(line => line.Entry.Exported?.StartOrder ?? int.MaxValue)
            .ThenBy(line => line.Line.Bib ?? int.MaxValue)
            .ThenBy(line => line.Entry.ParticipantId, StringComparer.Ordinal)
            .Select(line => line.Line),
    ];
}

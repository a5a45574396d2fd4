namespace OrleansContest.Events;

/// <summary>The results of two races that count together: <c>CLASS_BR1_DAY</c> and <c>CLASS_BR2_DAY</c>. Both show the same.</summary>
internal static class TwoRunRace
{
    public static IReadOnlyList<PublicResult> Lines(EventIndex index, RaceBook? first, RaceBook? second, RaceName name, bool detailed)
    {
        ExportedParticipant Who(string participantId) => index.FindParticipant(participantId)!;
        var firstRuns = Ranking.Of(first?.Entries ?? [], entry => entry.Run.CleanTotal, _ => null);
        var ids = (first?.Entries ?? []).Concat(second?.Entries ?? []).Select(entry => entry.ParticipantId).Distinct(StringComparer.Ordinal);
        RunPair[] pairs = [.. ids.Select(id => new RunPair(Who(id), first?.Find(id), second?.Find(id)))];
        var standings = Ranking.Of(pairs, pair => pair.Total, pair => pair.Who.CatId);
        return ResultLines.InOrder(pairs.Select(pair =>
        {
            var prevRank = pair.Previous is { } previous ? firstRuns.GetValueOrDefault(previous).Rnk : null;
            var line = Line(pair, standings.GetValueOrDefault(pair), prevRank);
            return (detailed ? line with { Detail = Detail(index, name, pair) } : line, pair.Shown);
        }));
    }

    private static PublicResult Line(RunPair pair, Standing standing, int? prevRank)
    {
        var previous = pair.Previous?.Run;
        return ResultLines.Line(pair.Who, pair.Shown, pair.Latest, pair.Status, standing) with
        {
            TwoRuns = new TwoRuns(
                pair.Better,
                pair.Total,
                previous?.Time,
                previous?.Pen,
                previous?.Total,
                prevRank,
                previous?.Status,
                pair.Shown.Run.Status),
        };
    }

    private static RunDetail Detail(EventIndex index, RaceName name, RunPair pair)
    {
        var (one, two) = (index.FindRace(name.First), index.FindRace(name.Second));
        var isFirst = pair.Previous is null && pair.Shown.RaceId == name.First;
        var detail = ResultLines.Detail((isFirst ? one : two)!, pair.Shown);
        return detail with
        {
            Previous = pair.Previous is { } previous
                ? new(previous.Exported?.DtStart, previous.Exported?.DtFinish, one!.Show(previous.Run.Gates))
                : new(null, null, null),
        };
    }
}

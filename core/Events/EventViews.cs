namespace OrleansContest.Events;

/// <summary>What may be seen of an event.</summary>
internal static class EventViews
{
    /// <summary>As its administrators see it.</summary>
    public static EventCard Card(this LiveEvent live) => CardOf(live.EventId, live.Setup!, live.Structure.Details);

    /// <param name="eventId">The event.</param>
    /// <param name="setup">As it was created.</param>
    /// <param name="said">What the export tells of it: more than was known before, save its title.</param>
    public static EventCard CardOf(string eventId, EventSetup setup, ExportedDetails? said)
    {
        var draft = setup.Draft;
        return new EventCard(
            eventId,
            draft.MainTitle,
            said?.SubTitle ?? draft.SubTitle,
            said?.Location ?? draft.Location,
            said?.Facility ?? draft.Facility,
            said?.StartDate ?? draft.StartDate,
            said?.EndDate ?? draft.EndDate,
            said?.Discipline ?? draft.Discipline,
            draft.ImageUrl,
            setup.Status,
            setup.StatusChangedAt,
            said is not null,
            setup.Config,
            setup.Validity,
            setup.CreatedAt);
    }

    public static PublicEventDetail Detail(this LiveEvent live)
    {
        var card = live.Card();
        return new PublicEventDetail(
            card.EventId,
            card.MainTitle,
            card.SubTitle,
            card.Location,
            card.StartDate,
            card.EndDate,
            card.Discipline,
            card.Status,
            card.ImageUrl,
            card.Facility);
    }

    public static IReadOnlyList<PublicRace> Races(this LiveEvent live) => [.. live.Index.Races.Select(race => race.Public)];

    public static EventOverview Overview(this LiveEvent live) => new(live.Detail(), live.Index.Classes, live.Races());

    /// <param name="live">The event.</param>
    /// <param name="race">The race.</param>
    /// <param name="catId">The only age group to show, by its own ranks; null for all.</param>
    /// <param name="detailed">Whether with details.</param>
    public static RaceResults ResultsOf(this LiveEvent live, Race race, string? catId, bool detailed)
    {
        var lines = detailed ? live.Results.Detailed(live.Index, race) : live.Results.Lines(live.Index, race);
        return new RaceResults(race.Public, catId is null ? lines : [.. lines.Where(line => line.CatId == catId).OrderBy(line => line.CatRnk ?? int.MaxValue)]);
    }

    public static RaceStartlist StartlistOf(this LiveEvent live, Race race) => new(
        race.Public,
        [
            .. live.Results.EntriesOf(race.RaceId)
                .Select(entry => entry.Exported)
                .OfType<ResultRow>()
                .OrderBy(row => row.StartOrder ?? int.MaxValue)
                .ThenBy(row => row.Bib ?? int.MaxValue)
                .ThenBy(row => row.ParticipantId, StringComparer.Ordinal)
                .Select(row => StartlistEntry(live.Index.FindParticipant(row.ParticipantId)!, row)),
        ]);

    public static IReadOnlyList<PublicOnCourseEntry> OnCourseAt(this LiveEvent live, DateTimeOffset at) =>
        [.. live.OnCourse.Present(at).Select(report => OnCourseEntry(live.Index.FindRace(report.RaceId)!, report))];

    private static PublicStartlistEntry StartlistEntry(ExportedParticipant who, ResultRow row) => new(
        row.StartOrder, row.Bib ?? who.EventBib, who.IcfId, ResultLines.NameOf(who), who.Club, who.Noc, who.CatId, row.StartTime);

    private static PublicOnCourseEntry OnCourseEntry(Race race, OnCourseReport report) => new(
        report.RaceId,
        report.Bib,
        report.Name,
        report.Club,
        report.Position,
        race.Show(GateCells.Of(report.Gates))!,
        report.DtFinish is not null,
        report.DtStart,
        report.DtFinish,
        report.Time,
        report.Pen,
        report.Total,
        report.Rank,
        report.TtbDiff,
        report.TtbName);
}

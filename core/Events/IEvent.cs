using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>One canoe slalom event, merged from the venue's exports and pushes. Kind <c>event</c>.</summary>
/// <remarks>
/// Commands refuse with <see cref="EventRefusals.EventNotFound"/> when there is no such event; to the public one that is a
/// draft is not there either. Source: the live-event contract.
/// </remarks>
public interface IEvent : IChannel
{
    /// <summary>Begins the event. The same draft with the same key again answers as the first time; else it is refused.</summary>
    /// <param name="draft">The event.</param>
    /// <param name="keyHash">SHA-256 of its ingest key. The key itself never comes here.</param>
    Task<Outcome<EventCard>> Create(EventDraft draft, string keyHash);

    /// <summary>Ends the event for good. Only for whoever has the master key.</summary>
    /// <returns>The event as it was.</returns>
    Task<Outcome<EventCard>> Delete();

    /// <returns>Null when there is no such event.</returns>
    Task<EventCard?> Card();

    /// <summary>Whether the caller may run the event: to be asked before anything large is read.</summary>
    Task<Outcome<EventCard>> Admit(Caller caller);

    Task<Outcome<StatusChange>> ChangeStatus(Caller caller, EventStatus status);

    Task<Outcome<EventConfig>> Configure(Caller caller, EventConfigEdit edit);

    /// <summary>Takes over a whole export in one step, or refuses it and changes nothing.</summary>
    Task<Outcome<Imported>> Import(Caller caller, EventExport export);

    /// <summary>Takes up to 1,000 results, which are ranked at once.</summary>
    Task<Outcome<ResultsTaken>> PushResults(Caller caller, IReadOnlyList<ResultReport> results);

    /// <summary>Takes up to 200 entries; each lives until it has not been pushed for 10 s.</summary>
    Task<Outcome<OnCourseTaken>> PushOnCourse(Caller caller, IReadOnlyList<OnCourseReport> onCourse);

    /// <returns>Null when the public sees no such event, as for the others below.</returns>
    Task<EventOverview?> Overview();

    Task<IReadOnlyList<PublicAggregatedCategory>?> Categories();

    Task<IReadOnlyList<PublicOnCourseEntry>?> OnCourse();

    /// <param name="raceId">The race.</param>
    /// <param name="catId">The only age group to show, by its own ranks; null for all.</param>
    /// <param name="detailed">Whether with gates and times of day.</param>
    Task<Outcome<RaceResults>> Results(string raceId, string? catId, bool detailed);

    Task<Outcome<RaceStartlist>> Startlist(string raceId);
}

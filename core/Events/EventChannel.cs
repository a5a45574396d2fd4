using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>An event's calls, as commands and questions to its runner. Stamps each command with the time.</summary>
public sealed class EventChannel(IChannelRunner<LiveEvent, EventCommand> runner, TimeProvider clock) : IEvent
{
    /// <summary>The kind <c>event</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IEvent, LiveEvent, EventCommand, EventFact>(
        "event", new EventModel(), (_, runner, clock) => new EventChannel(runner, clock));

    private DateTimeOffset Now => UtcMilliseconds.Cut(clock.GetUtcNow());

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public Task<Outcome<EventCard>> Create(EventDraft draft, string keyHash) =>
        runner.AskAsync<EventCard>(new CreateEvent(draft, SecretHash.Require(keyHash, nameof(keyHash)), Now));

    public Task<Outcome<EventCard>> Delete() => runner.AskAsync<EventCard>(new DeleteEvent(Now));

    public Task<EventCard?> Card() => runner.QueryAsync(live => live.Setup is null ? null : live.Card());

    public Task<Outcome<EventCard>> Admit(Caller caller) => runner.AskAsync<EventCard>(new Admit(caller, Now));

    public Task<Outcome<StatusChange>> ChangeStatus(Caller caller, EventStatus status) =>
        runner.AskAsync<StatusChange>(new ChangeStatus(caller, status, Now));

    public Task<Outcome<EventConfig>> Configure(Caller caller, EventConfigEdit edit) =>
        runner.AskAsync<EventConfig>(new ConfigureEvent(caller, edit, Now));

    public Task<Outcome<Imported>> Import(Caller caller, EventExport export) =>
        runner.AskAsync<Imported>(new ImportExport(caller, export, Now));

    public Task<Outcome<ResultsTaken>> PushResults(Caller caller, IReadOnlyList<ResultReport> results) =>
        runner.AskAsync<ResultsTaken>(new PushResults(caller, results, Now));

    public Task<Outcome<OnCourseTaken>> PushOnCourse(Caller caller, IReadOnlyList<OnCourseReport> onCourse) =>
        runner.AskAsync<OnCourseTaken>(new PushOnCourse(caller, onCourse, Now));

    public Task<EventOverview?> Overview() => Show(live => live.Overview());

    public Task<IReadOnlyList<PublicAggregatedCategory>?> Categories() => Show(live => live.Index.Categories);

    public Task<IReadOnlyList<PublicOnCourseEntry>?> OnCourse() => Show(live => live.OnCourseAt(Now));

    public Task<Outcome<RaceResults>> Results(string raceId, string? catId, bool detailed) =>
        ShowRace(raceId, (live, race) => live.ResultsOf(race, catId, detailed));

    public Task<Outcome<RaceStartlist>> Startlist(string raceId) => ShowRace(raceId, (live, race) => live.StartlistOf(race));

    private static bool IsPublic(LiveEvent live) => live.Setup is { Status: not EventStatus.Draft };

    private Task<TAnswer?> Show<TAnswer>(Func<LiveEvent, TAnswer> question)
        where TAnswer : class =>
        runner.QueryAsync(live => IsPublic(live) ? question(live) : null);

    private Task<Outcome<TAnswer>> ShowRace<TAnswer>(string raceId, Func<LiveEvent, Race, TAnswer> question)
        where TAnswer : class =>
        runner.QueryAsync<Outcome<TAnswer>>(live => live.Index.FindRace(raceId) switch
        {
            _ when !IsPublic(live) => EventRefusals.EventNotFound,
            null => EventRefusals.RaceNotFound,
            var race => question(live, race),
        });
}

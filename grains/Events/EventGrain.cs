using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Grains.Channels;

namespace OrleansContest.Grains.Events;

/// <summary>One live event of the cluster. Key: the event's id.</summary>
[GrainType("event")]
[Reentrant]
internal sealed class EventGrain(ChannelHost host) : ChannelGrain<IEvent>(host), IEventGrain
{
    public Task<Outcome<EventCard>> Create(EventDraft draft, string keyHash) => Channel.Create(draft, keyHash);

    public Task<Outcome<EventCard>> Delete() => Channel.Delete();

    public Task<EventCard?> Card() => Channel.Card();

    public Task<Outcome<EventCard>> Admit(Caller caller) => Channel.Admit(caller);

    public Task<Outcome<StatusChange>> ChangeStatus(Caller caller, EventStatus status) => Channel.ChangeStatus(caller, status);

    public Task<Outcome<EventConfig>> Configure(Caller caller, EventConfigEdit edit) => Channel.Configure(caller, edit);

    public Task<Outcome<Imported>> Import(Caller caller, EventExport export) => Channel.Import(caller, export);

    public Task<Outcome<ResultsTaken>> PushResults(Caller caller, IReadOnlyList<ResultReport> results) => Channel.PushResults(caller, results);

    public Task<Outcome<OnCourseTaken>> PushOnCourse(Caller caller, IReadOnlyList<OnCourseReport> onCourse) =>
        Channel.PushOnCourse(caller, onCourse);

    public Task<EventOverview?> Overview() => Channel.Overview();

    public Task<IReadOnlyList<PublicAggregatedCategory>?> Categories() => Channel.Categories();

    public Task<IReadOnlyList<PublicOnCourseEntry>?> OnCourse() => Channel.OnCourse();

    public Task<Outcome<RaceResults>> Results(string raceId, string? catId, bool detailed) => Channel.Results(raceId, catId, detailed);

    public Task<Outcome<RaceStartlist>> Startlist(string raceId) => Channel.Startlist(raceId);
}

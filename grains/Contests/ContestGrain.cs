using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Grains.Channels;

namespace OrleansContest.Grains.Contests;

/// <summary>One contest of the cluster. Key: the contest's id.</summary>
[GrainType("contest")]
[Reentrant]
internal sealed class ContestGrain(ChannelHost host) : ChannelGrain<IContest>(host), IContestGrain
{
    public Task<Outcome<ContestCard>> Create(ContestDraft draft) => Channel.Create(draft);

    public Task<ContestCard?> Card() => Channel.Card();

    public Task<Outcome<ContestCard>> AddKey(string keyHash) => Channel.AddKey(keyHash);

    public Task<Outcome<Session>> OpenSession(Caller caller, SessionDraft draft) => Channel.OpenSession(caller, draft);

    public Task<Outcome<Grant>> Admit(Caller caller) => Channel.Admit(caller);

    public Task<IReadOnlyList<Outcome<Logged>>> Log(Caller caller, IReadOnlyList<QsoDraft> drafts) => Channel.Log(caller, drafts);

    public Task<Outcome<LogEntry>> Edit(Caller caller, string entryId, QsoEdit edit) => Channel.Edit(caller, entryId, edit);

    public Task<Outcome<LogEntry>> Delete(Caller caller, string entryId) => Channel.Delete(caller, entryId);

    public Task<Outcome<Merged>> Merge(Caller caller, string primaryId, IReadOnlyList<string> duplicateIds, string? reason) =>
        Channel.Merge(caller, primaryId, duplicateIds, reason);

    public Task<Outcome<ContestCard>> KeepHeaders(Caller caller, StationHeaders headers) => Channel.KeepHeaders(caller, headers);

    public Task<IReadOnlyList<StationHeaders>?> Headers() => Channel.Headers();

    public Task<IReadOnlyList<LogEntry>?> Entries(EntryQuery query) => Channel.Entries(query);

    public Task<IReadOnlyList<LogAggregate>?> Aggregates(DateTimeOffset? start, DateTimeOffset? end) => Channel.Aggregates(start, end);

    public Task<IReadOnlyList<ScoreboardRow>?> Scoreboard() => Channel.Scoreboard();

    public Task<BandOccupancy?> BandOccupancy() => Channel.BandOccupancy();

    public Task<OperatorActivity?> OperatorActivity(string operatorCall) => Channel.OperatorActivity(operatorCall);

    public Task<ContestStatistics?> Statistics() => Channel.Statistics();
}

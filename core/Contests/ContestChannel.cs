using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>A contest's calls, as commands and questions to its runner. Stamps each command with the time.</summary>
public sealed class ContestChannel(IChannelRunner<ContestLog, ContestCommand> runner, TimeProvider clock) : IContest
{
    public const int MaxDrafts = 1_000;

    /// <summary>The kind <c>contest</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IContest, ContestLog, ContestCommand, ContestEvent>(
        "contest", new ContestModel(), (_, runner, clock) => new ContestChannel(runner, clock));

    private DateTimeOffset Now => UtcMilliseconds.Cut(clock.GetUtcNow());

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public Task<Outcome<ContestCard>> Create(ContestDraft draft) => runner.AskAsync<ContestCard>(new CreateContest(draft, Now));

    public Task<ContestCard?> Card() => runner.QueryAsync(log => log.Card);

    public Task<Outcome<ContestCard>> AddKey(string keyHash) =>
        runner.AskAsync<ContestCard>(new AddKey(SecretHash.Require(keyHash, nameof(keyHash)), Now));

    public Task<Outcome<Session>> OpenSession(Caller caller, SessionDraft draft)
    {
        SecretHash.Require(draft.TokenHash, nameof(draft));
        return runner.AskAsync<Session>(new OpenSession(caller, draft, Now));
    }

    public Task<Outcome<Grant>> Admit(Caller caller) => runner.AskAsync<Grant>(new Admit(caller, Now));

    /// <exception cref="ArgumentException">More than 1,000 drafts.</exception>
    public Task<IReadOnlyList<Outcome<Logged>>> Log(Caller caller, IReadOnlyList<QsoDraft> drafts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drafts.Count, MaxDrafts, nameof(drafts));
        var now = Now;
        return runner.AskEachAsync<Logged>([.. drafts.Select(draft => new LogQso(caller, draft, now))]);
    }

    public Task<Outcome<LogEntry>> Edit(Caller caller, string entryId, QsoEdit edit) =>
        runner.AskAsync<LogEntry>(new EditQso(caller, entryId, edit, Now));

    public Task<Outcome<LogEntry>> Delete(Caller caller, string entryId) =>
        runner.AskAsync<LogEntry>(new DeleteQso(caller, entryId, Now));

    public Task<Outcome<Merged>> Merge(Caller caller, string primaryId, IReadOnlyList<string> duplicateIds, string? reason) =>
        runner.AskAsync<Merged>(new MergeQsos(caller, primaryId, duplicateIds, reason, Now));

    public Task<Outcome<ContestCard>> KeepHeaders(Caller caller, StationHeaders headers) =>
        runner.AskAsync<ContestCard>(new KeepHeaders(caller, headers, Now));

    public Task<IReadOnlyList<StationHeaders>?> Headers() => Ask(log => log.Headers);

    public Task<IReadOnlyList<LogEntry>?> Entries(EntryQuery query) => Ask(log => log.Page(query));

    public Task<IReadOnlyList<LogAggregate>?> Aggregates(DateTimeOffset? start, DateTimeOffset? end) =>
        Ask(log => log.Aggregates(start, end));

    public Task<IReadOnlyList<ScoreboardRow>?> Scoreboard() => Ask(log => log.Scoreboard());

    public Task<BandOccupancy?> BandOccupancy() => Ask(log => log.BandOccupancy(Now));

    public Task<OperatorActivity?> OperatorActivity(string operatorCall) => Ask(log => log.OperatorActivity(operatorCall));

    public Task<ContestStatistics?> Statistics() => Ask(log => log.Statistics());

    private Task<TAnswer?> Ask<TAnswer>(Func<ContestLog, TAnswer> question)
        where TAnswer : class =>
        runner.QueryAsync(log => log.Card is null ? null : question(log));
}

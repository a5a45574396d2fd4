using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>One radio contest: its log, and the figures that follow from it. Kind <c>contest</c>.</summary>
/// <remarks>
/// Queries answer null when the contest does not exist; commands refuse with <see cref="ContestRefusals.ContestNotFound"/>.
/// Source: the contest-log contract, <c>docs/protocols/contest-log.md</c>.
/// </remarks>
public interface IContest : IChannel
{
    /// <summary>Begins the contest. The same draft again answers as the first time; another one is refused (<c>ContestExists</c>).</summary>
    Task<Outcome<ContestCard>> Create(ContestDraft draft);

    Task<ContestCard?> Card();

    /// <summary>Lets holders of a key ingest. Only the key's hash comes here.</summary>
    Task<Outcome<ContestCard>> AddKey(string keyHash);

    /// <summary>Opens a station's session, or refuses (<c>Unauthorized</c>).</summary>
    Task<Outcome<Session>> OpenSession(Caller caller, SessionDraft draft);

    /// <summary>Whether the caller may do what <paramref name="caller"/> claims here: ingest for any station, or for the session's own.</summary>
    Task<Outcome<Grant>> Admit(Caller caller);

    /// <summary>Logs up to 1,000 contacts, each on its own merits.</summary>
    /// <returns>One outcome per draft, in order.</returns>
    Task<IReadOnlyList<Outcome<Logged>>> Log(Caller caller, IReadOnlyList<QsoDraft> drafts);

    Task<Outcome<LogEntry>> Edit(Caller caller, string entryId, QsoEdit edit);

    /// <returns>The entry as it was.</returns>
    Task<Outcome<LogEntry>> Delete(Caller caller, string entryId);

    /// <summary>Declares entries to be the same contact as <paramref name="primaryId"/>; they count no more.</summary>
    Task<Outcome<Merged>> Merge(Caller caller, string primaryId, IReadOnlyList<string> duplicateIds, string? reason);

    /// <summary>Keeps the header lines of a station's Cabrillo file, so that an export has them again.</summary>
    Task<Outcome<ContestCard>> KeepHeaders(Caller caller, StationHeaders headers);

    Task<IReadOnlyList<StationHeaders>?> Headers();

    Task<IReadOnlyList<LogEntry>?> Entries(EntryQuery query);

    /// <param name="start">First period, inclusive; null for no bound.</param>
    /// <param name="end">Last period, exclusive; null for no bound.</param>
    Task<IReadOnlyList<LogAggregate>?> Aggregates(DateTimeOffset? start, DateTimeOffset? end);

    Task<IReadOnlyList<ScoreboardRow>?> Scoreboard();

    Task<BandOccupancy?> BandOccupancy();

    Task<OperatorActivity?> OperatorActivity(string operatorCall);

    Task<ContestStatistics?> Statistics();
}

namespace OrleansContest.Contests;

/// <summary>Everything of a contest that cannot be counted anew.</summary>
/// <param name="Card">The contest; null when it was never created.</param>
/// <param name="Keys">Hashes of its keys.</param>
/// <param name="Sessions">By the hashes of their tokens.</param>
/// <param name="Headers">Header lines by station.</param>
/// <param name="Last">The highest number ever given to an entry.</param>
/// <param name="ChangedAt">When an entry last came, changed or went.</param>
/// <param name="Entries">In the order logged.</param>
/// <param name="FormerKeys">Keys that name an entry by its number other than as its present key, or an entry that is gone.</param>
internal sealed record ContestSnapshot(
    ContestCard? Card,
    IReadOnlyList<string> Keys,
    IReadOnlyList<KeyValuePair<string, Session>> Sessions,
    IReadOnlyList<StationHeaders> Headers,
    int Last,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<LogEntry> Entries,
    IReadOnlyList<KeyValuePair<string, int>> FormerKeys)
{
    public static ContestSnapshot Of(ContestLog log) =>
        new(
            log.Card,
            [.. log.Access.Keys],
            [.. log.Access.Sessions],
            log.Headers,
            log.Entries.Last,
            log.ChangedAt,
            [.. log.Entries.All],
            [.. log.Entries.FormerKeys]);

    /// <summary>The log as it was; its figures are counted anew.</summary>
    public ContestLog ToLog(string contestId)
    {
        var log = new ContestLog(contestId);
        if (Card is null)
        {
            return log;
        }

        log.Begin(Card);
        Access(log.Access);
        log.Entries.Reserve(Last);
        foreach (var (key, number) in FormerKeys)
        {
            log.Entries.Remember(key, number);
        }

        foreach (var entry in Entries)
        {
            log.Place(entry.Id, entry, entry.UpdatedAt);
        }

        foreach (var station in Headers)
        {
            log.Keep(station);
        }

        log.ChangedAt = ChangedAt;
        return log;
    }

    private void Access(ContestAccess access)
    {
        foreach (var key in Keys)
        {
            access.AddKey(key);
        }

        foreach (var (tokenHash, session) in Sessions)
        {
            access.Open(tokenHash, session, DateTimeOffset.MinValue);
        }
    }
}

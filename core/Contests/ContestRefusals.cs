using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>Every reason for which a contest says no.</summary>
public static class ContestRefusals
{
    public static Refusal ContestNotFound { get; } = new("ContestNotFound", "Contest not found");

    public static Refusal ContestExists { get; } = new("ContestExists", "A contest with this id already exists");

    public static Refusal Unauthorized { get; } =
        new("Unauthorized", "This contest wants a station's token, an ingest key or the master key");

    public static Refusal SessionMismatch { get; } = new("SessionMismatch", "Cannot log QSOs for this station - session mismatch");

    public static Refusal EntryNotFound { get; } = new("EntryNotFound", "QSO not found");

    public static Refusal EditWouldDuplicate { get; } = new("EditWouldDuplicate", "Edit would create duplicate QSO");

    public static Refusal MissingFields(IReadOnlyList<string> fields) => new("MissingFields", "Missing required QSO fields", fields);

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal Invalid(params IReadOnlyList<string> reasons) => new("Invalid", "QSO failed contest validation", reasons);

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal InvalidContest(params IReadOnlyList<string> reasons) => new("InvalidContest", "Contest is not valid", reasons);

    public static Refusal InvalidMerge(params IReadOnlyList<string> reasons) => new("InvalidMerge", "These entries cannot be merged", reasons);

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal InvalidSession(params IReadOnlyList<string> reasons) => new("InvalidSession", "Session is not valid", reasons);

    /// <param name="reasons">One sentence for each thing that is wrong.</param>
    public static Refusal InvalidHeaders(params IReadOnlyList<string> reasons) =>
        new("InvalidHeaders", "These header lines cannot be kept", reasons);

    /// <param name="reason">What there is too much of, in one sentence.</param>
    public static Refusal LimitReached(string reason) => new("LimitReached", reason);
}

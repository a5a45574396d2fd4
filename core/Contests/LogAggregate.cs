namespace OrleansContest.Contests;

/// <summary>The figures of one hour of <c>qsoDate</c> and <c>qsoTime</c>.</summary>
/// <remarks>Every entry that was not merged away counts, dupes included; dupes earn no points.</remarks>
public sealed record LogAggregate(
    string ContestId,
    string? ClubId,
    DateTimeOffset PeriodStart,
    int TotalQsos,
    int TotalDupes,
    int CwContacts,
    int SsbContacts,
    int FtxContacts,
    int Points,
    IReadOnlyDictionary<string, int> BandBreakdown,
    IReadOnlyDictionary<string, int> ModeBreakdown,
    IReadOnlyDictionary<string, OperatorFigures> OperatorStats);

/// <summary>An operator's share of an hour.</summary>
public sealed record OperatorFigures(int Qsos, int Points);

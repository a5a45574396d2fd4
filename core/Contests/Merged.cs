namespace OrleansContest.Contests;

/// <summary>What a merge did.</summary>
/// <param name="PrimaryId">The entry that stays.</param>
/// <param name="MergedCount">Entries that now belong to it by this call, those merged before by the same call included.</param>
/// <param name="At">When, UTC.</param>
public sealed record Merged(string PrimaryId, int MergedCount, DateTimeOffset At);

namespace OrleansContest.Contests;

/// <summary>What a caller may do in a contest.</summary>
/// <param name="StationId">The only station it may log for; null for any.</param>
public sealed record Grant(string? StationId);

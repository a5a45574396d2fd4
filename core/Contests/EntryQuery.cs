namespace OrleansContest.Contests;

/// <summary>Which entries to read.</summary>
/// <param name="StationId">Only this station's; null for all.</param>
/// <param name="After">Id of the last entry already read; null for the first page.</param>
/// <param name="Limit">At most so many, 1 to 1,000.</param>
/// <param name="OldestFirst">In the order logged; otherwise newest first.</param>
public sealed record EntryQuery(string? StationId, string? After, int Limit, bool OldestFirst = false);

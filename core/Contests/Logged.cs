namespace OrleansContest.Contests;

/// <summary>What became of a contact that was reported.</summary>
/// <param name="Entry">The entry of that key: new, or the one that was there. Null where it has since been deleted.</param>
/// <param name="Deduped">Whether the key had been logged before; nothing was counted then.</param>
/// <param name="DedupeKey">The key.</param>
public sealed record Logged(LogEntry? Entry, bool Deduped, string DedupeKey);

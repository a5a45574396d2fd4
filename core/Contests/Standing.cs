namespace OrleansContest.Contests;

/// <summary>How an entry counts from now on, after something happened to another one.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Points">What it earns.</param>
/// <param name="Multiplier">What it counts for as a multiplier.</param>
/// <param name="IsDupe">Whether an earlier entry is the same contact by the contest's rules.</param>
/// <param name="MergeStatus">Its part in a merge.</param>
/// <param name="MergedIntoId">The entry it was merged into.</param>
/// <param name="Recounts">Whether any figure changes by it; otherwise only what the entry says of itself.</param>
public sealed record Standing(
    string Id, int Points, string? Multiplier, bool IsDupe, MergeStatus? MergeStatus, string? MergedIntoId, bool Recounts)
{
    internal static Standing Of(LogEntry before, LogEntry after) =>
        new(after.Id, after.Points, after.Multiplier, after.IsDupe, after.MergeStatus, after.MergedIntoId, after.CountsOtherThan(before));

    internal LogEntry ApplyTo(LogEntry entry, DateTimeOffset at) => entry with
    {
        Points = Points,
        Multiplier = Multiplier,
        IsDupe = IsDupe,
        MergeStatus = MergeStatus,
        MergedIntoId = MergedIntoId,
        UpdatedAt = at,
    };
}

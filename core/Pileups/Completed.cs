namespace OrleansContest.Pileups;

/// <summary>What was completed.</summary>
/// <param name="Contact">The contact that was under way; null when there was none.</param>
public sealed record Completed(CurrentContact? Contact);

namespace OrleansContest.Pileups;

/// <summary>What the operator announces in words: the frequency, or the split.</summary>
/// <param name="Text">As the operator wrote it; null when nothing is announced.</param>
/// <param name="LastUpdated">When it was last set or deleted; null when never.</param>
public sealed record Announcement(string? Text, DateTimeOffset? LastUpdated)
{
    public static Announcement None { get; } = new(null, null);
}

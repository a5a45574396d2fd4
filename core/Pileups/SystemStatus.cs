namespace OrleansContest.Pileups;

/// <summary>Whether the pileup takes callers.</summary>
/// <param name="Active">It does.</param>
/// <param name="LastUpdated">Since when; null when nobody has ever said.</param>
/// <param name="UpdatedBy">The operator who said so.</param>
public sealed record SystemStatus(bool Active, DateTimeOffset? LastUpdated, string? UpdatedBy)
{
    public static SystemStatus Initial { get; } = new(false, null, null);
}

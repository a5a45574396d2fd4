namespace OrleansContest.Gateway.Cluster;

/// <summary>How a gateway keeps to its relays.</summary>
internal sealed record FollowOptions
{
    /// <summary>How often it renews. Default: 2 s.</summary>
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after a failure it tries again. Default: 0.5 s.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long after the loss of a silo calls that were under way may still be answered. Default: 1 s.</summary>
    public TimeSpan LossGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After what silence of a relay, which announces itself every 3 s, it looks for another one. Default: 8 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long it tries to find its first relay. Default: 8 s.</summary>
    public TimeSpan Begin { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one renewal may take. Default: 3 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);
}

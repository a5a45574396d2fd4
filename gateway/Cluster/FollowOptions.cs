namespace OrleansContest.Gateway.Cluster;

/// <summary>How a gateway keeps to its relays.</summary>
internal sealed record FollowOptions
{
    /// <summary>How often it renews. Default: 2 s.</summary>
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After what silence of a relay, which announces itself every 3 s, it looks for another one. Default: 8 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one renewal may take. Default: 3 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);
}

namespace OrleansContest.Grains.Channels;

/// <summary>How relays behave. Every bound is finite.</summary>
internal sealed record RelayOptions
{
    /// <summary>How often a relay compares itself with its channel and tells gateways where it stands. Default: 3 s.</summary>
    public TimeSpan Announce { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After what silence a gateway is forgotten. Default: 30 s.</summary>
    public TimeSpan Forget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Updates that may wait for one gateway. Default: 20,000.</summary>
    public int MaxWaiting { get; init; } = 20_000;
}

namespace OrleansContest.Grains.Channels;

/// <summary>How relays behave. Every bound is finite.</summary>
internal sealed record RelayOptions
{
    /// <summary>How often a relay looks whether the stream has fallen silent, and if so compares itself with its channel. Default: 1 s.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how many looks it tells gateways where it stands, and compares itself again with a silent channel. Default: 3.</summary>
    public int AnnounceEvery { get; init; } = 3;

    /// <summary>How long after a channel did not answer it is asked again. Default: 0.5 s.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a gateway's answer is waited for before the next message goes out: the answer may take another way than the message,
    /// over a silo that is gone. Default: 2 s.
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>After what silence a gateway is forgotten. Default: 30 s.</summary>
    public TimeSpan Forget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Updates that may wait for one gateway. Default: 20,000.</summary>
    public int MaxWaiting { get; init; } = 20_000;
}

namespace OrleansContest.Channels;

/// <summary>Bounds of one runner. Every one is finite.</summary>
public sealed record RunnerOptions
{
    /// <summary>Commands and queries that may wait; more are refused as busy. Default: 20,000.</summary>
    public int MaxWaiting { get; init; } = 20_000;

    /// <summary>Commands decided between two appends. Default: 2,000.</summary>
    public int MaxBatch { get; init; } = 2_000;

    /// <summary>Bytes of recent updates kept for spectators who return. Default: 8 MiB.</summary>
    public int RecentBytes { get; init; } = 8 << 20;

    /// <summary>Records whose updates are worked out again when a channel comes back into memory. Default: 1,000.</summary>
    public int RecentRecords { get; init; } = 1_000;

    /// <summary>When a state was dropped in which time had something to do: after what pause it is read again for that. Default: 1 s.</summary>
    public TimeSpan WakeAgain { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Records after which a snapshot is first made; afterwards whenever the journal has grown by half. Default: 5,000.</summary>
    public int SnapshotAfter { get; init; } = 5_000;
}

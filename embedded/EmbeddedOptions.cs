using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>How the embedded engine runs.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>The folder of the journals; used when <see cref="Postgres"/> is null.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Connection string of the PostgreSQL that keeps the journals instead; null for files.</summary>
    public string? Postgres { get; init; }

    /// <summary>How long a channel that nobody asks or follows stays in memory. Default: 15 minutes.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The same for one that was asked for but does not exist, so that asking at random fills no memory. Default: 5 s.</summary>
    public TimeSpan VacantIdle { get; init; } = TimeSpan.FromSeconds(5);

    public RunnerOptions Runner { get; init; } = new();
}

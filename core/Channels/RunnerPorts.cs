namespace OrleansContest.Channels;

/// <summary>What a runner needs of the world.</summary>
/// <param name="Journal">Where facts are kept.</param>
/// <param name="Snapshots">Where states are cached.</param>
/// <param name="Publisher">Who takes the updates.</param>
/// <param name="Monitor">Who is told for logs and metrics.</param>
/// <param name="Clock">The time.</param>
public sealed record RunnerPorts(
    IJournal Journal, ISnapshots Snapshots, IUpdatePublisher Publisher, IRunnerMonitor Monitor, TimeProvider Clock);

using OrleansContest.LoadTest.Figures;
using OrleansContest.LoadTest.Ingest;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Crowd;

/// <summary>What all spectators of a process share.</summary>
/// <param name="Where">How they connect; the path is each one's own.</param>
/// <param name="Sources">Addresses of this machine that they come from, in turn; empty for the system's choice.</param>
/// <param name="Schedule">Says when what they see was due.</param>
/// <param name="Clock">The clock.</param>
internal sealed record CrowdTools(ConnectPlan Where, IReadOnlyList<System.Net.IPAddress> Sources, Schedule Schedule, TimeProvider Clock)
{
    private const int slowRead = 512;
    private const int slowSystemBuffer = 4 << 10;

    public Breaches Breaches { get; } = new();

    public Failures Failures { get; } = new();

    /// <summary>From due to seen, by each ordinary caller.</summary>
    public LatencyHistogram Seen { get; } = new();

    /// <summary>From the moment a first connection was due until the state was there.</summary>
    public LatencyHistogram Connected { get; } = new();

    /// <summary>From the moment somebody was to come back until they were subscribed again.</summary>
    public LatencyHistogram Returned { get; } = new();

    public CrowdCounts Counts { get; } = new();

    public ConnectPlan PlanOf(ICaller caller, string path) => Where with
    {
        Path = path,
        Source = Sources.Count == 0 ? null : Sources[Math.Abs(caller.Number) % Sources.Count],
        ReadAtMost = caller.Temper == Temper.Slow ? slowRead : int.MaxValue,
        SystemBufferBytes = caller.Temper is Temper.Slow or Temper.Stalled ? slowSystemBuffer : null,
    };
}

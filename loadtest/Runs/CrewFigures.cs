using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Runs;

/// <summary>How a process' share of a run is doing. Those of several add up.</summary>
internal sealed record CrewFigures
{
    public long Spectators { get; init; }

    /// <summary>Participants of quizzes who have an account and have joined.</summary>
    public long SignedUp { get; init; }

    public long Open { get; init; }

    public long Ready { get; init; }

    public long Messages { get; init; }

    public long Bytes { get; init; }

    public long Returns { get; init; }

    /// <summary>Connections whose messages come compressed, those that ended counted too.</summary>
    public long Compressed { get; init; }

    public long Sent { get; init; }

    public long Acknowledged { get; init; }

    /// <summary>Ingests of which nobody said what became of them.</summary>
    public long Unknown { get; init; }

    public long Retries { get; init; }

    /// <summary>Spectators whose state was compared with a full state of its own at the end.</summary>
    public long Audited { get; init; }

    public BreachReport Breaches { get; init; } = BreachReport.None;

    public IReadOnlyDictionary<string, long> Failures { get; init; } = new Dictionary<string, long>();

    /// <summary>Buckets of the histograms: seen, acknowledged, connected, returned.</summary>
    public IReadOnlyList<IReadOnlyList<long[]>> Histograms { get; init; } = [];

    /// <summary>Memory of the process, bytes.</summary>
    public long Memory { get; init; }

    public double ProcessorSeconds { get; init; }

    public CrewFigures Plus(CrewFigures other) => new()
    {
        Spectators = Spectators + other.Spectators,
        SignedUp = SignedUp + other.SignedUp,
        Open = Open + other.Open,
        Ready = Ready + other.Ready,
        Messages = Messages + other.Messages,
        Bytes = Bytes + other.Bytes,
        Returns = Returns + other.Returns,
        Compressed = Compressed + other.Compressed,
        Sent = Sent + other.Sent,
        Acknowledged = Acknowledged + other.Acknowledged,
        Unknown = Unknown + other.Unknown,
        Retries = Retries + other.Retries,
        Audited = Audited + other.Audited,
        Breaches = Breaches.Plus(other.Breaches),
        Failures = Failures.Concat(other.Failures).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Sum(one => one.Value)),
        Histograms = Histograms.Count == 0 ? other.Histograms : [.. Histograms.Zip(other.Histograms, (one, two) => (IReadOnlyList<long[]>)[.. one, .. two])],
        Memory = Memory + other.Memory,
        ProcessorSeconds = ProcessorSeconds + other.ProcessorSeconds,
    };
}

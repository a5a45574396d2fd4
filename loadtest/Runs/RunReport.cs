using OrleansContest.LoadTest.Figures;

namespace OrleansContest.LoadTest.Runs;

/// <summary>What came of a run.</summary>
internal sealed record RunReport
{
    public RunReport(LoadPlan plan, CrewFigures figures, PhaseTimes phases, bool isWhole)
    {
        (Plan, Figures, IsWhole) = (plan, figures, isWhole);
        Connecting = phases.Of(Phase.Connecting)?.Took;
        if (phases.Of(Phase.Running) is var (took, before, after))
        {
            (Running, Messages, Bytes) = (took, after.Messages - before.Messages, after.Bytes - before.Bytes);
            ProcessorShare = (after.ProcessorSeconds - before.ProcessorSeconds) / took.TotalSeconds;
        }
    }

    public LoadPlan Plan { get; }

    public CrewFigures Figures { get; }

    /// <summary>Whether it was not ended early.</summary>
    public bool IsWhole { get; }

    public TimeSpan? Connecting { get; }

    public TimeSpan? Running { get; }

    /// <summary>Messages while it ran, without those on connecting.</summary>
    public long Messages { get; }

    public long Bytes { get; }

    /// <summary>Processors that this tool used while it ran.</summary>
    public double ProcessorShare { get; }

    public LatencyHistogram Seen => Histogram(0);

    public LatencyHistogram Acknowledged => Histogram(1);

    public LatencyHistogram Connected => Histogram(2);

    public LatencyHistogram Returned => Histogram(3);

    /// <summary>Whether everybody was compared with the truth.</summary>
    public bool IsAudited => Figures.Audited == Figures.Spectators;

    public int ExitCode => Figures.Breaches.Count > 0 ? ExitCodes.Breach : IsAudited ? ExitCodes.Clean : ExitCodes.CouldNotRun;

    private LatencyHistogram Histogram(int index)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(Figures.Histograms.Count > index ? Figures.Histograms[index] : []);
        return histogram;
    }
}

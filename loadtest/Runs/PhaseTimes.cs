namespace OrleansContest.LoadTest.Runs;

/// <summary>What a run is at.</summary>
internal enum Phase
{
    Preparing,
    Connecting,
    Running,
    Comparing,
    Over,
}

/// <summary>When each phase began, and how the figures stood then.</summary>
internal sealed class PhaseTimes(TimeProvider clock)
{
    private readonly Dictionary<Phase, (long At, CrewFigures Figures)> begun = [];
    private readonly long created = clock.GetTimestamp();

    public Phase Now { get; private set; }

    public TimeSpan Elapsed => clock.GetElapsedTime(begun.TryGetValue(Now, out var phase) ? phase.At : created);

    public void Begin(Phase phase, CrewFigures? figures = null)
    {
        begun[phase] = (clock.GetTimestamp(), figures ?? new CrewFigures());
        Now = phase;
    }

    /// <summary>How long a phase took, and the figures at its two ends; null when it did not come to its end.</summary>
    public (TimeSpan Took, CrewFigures Before, CrewFigures After)? Of(Phase phase)
    {
        var after = begun.Where(one => one.Key > phase).OrderBy(one => one.Key).Select(one => ((long, CrewFigures)?)one.Value).FirstOrDefault();
        return begun.TryGetValue(phase, out var begin) && after is var (end, figures) ? (clock.GetElapsedTime(begin.At, end), begin.Figures, figures) : null;
    }
}

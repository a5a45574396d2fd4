namespace OrleansContest.LoadTest.Runs;

/// <summary>Shows a person how a run is doing.</summary>
internal interface IRunView
{
    /// <summary>Called once a second.</summary>
    void Show(RunProgress progress);
}

/// <summary>How a run is doing.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="Elapsed">For how long.</param>
/// <param name="Plan">What it is asked for.</param>
/// <param name="Figures">All processes together.</param>
internal sealed record RunProgress(Phase Phase, TimeSpan Elapsed, LoadPlan Plan, CrewFigures Figures);

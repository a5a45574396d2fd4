using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>Shows nothing.</summary>
internal sealed class QuietView : IRunView
{
    public void Show(RunProgress progress)
    {
    }
}

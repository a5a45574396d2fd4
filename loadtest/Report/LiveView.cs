using OrleansContest.LoadTest.Runs;
using Spectre.Console;

namespace OrleansContest.LoadTest.Report;

/// <summary>One line on a terminal that is written anew each second.</summary>
internal sealed class LiveView(StatusContext status) : IRunView
{
    private CrewFigures last = new();

    public void Show(RunProgress progress)
    {
        status.Status(Markup.Escape(PlainView.Line(progress, last)));
        last = progress.Figures;
    }
}

using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Processes;

/// <summary>Who shares in a run: this process alone, or several that it starts.</summary>
internal static class Crews
{
    public static IReadOnlyList<ICrew> Of(LoadPlan plan, TimeProvider clock) => plan.Processes == 1
        ? [new LocalCrew(plan, clock)]
        : [.. Enumerable.Range(0, plan.Processes).Select(n => new RemoteCrew(plan with { Process = n }))];
}

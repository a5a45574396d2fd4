using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Quizzes;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Processes;

/// <summary>Who shares in a run: this process alone, or several that it starts.</summary>
internal static class Crews
{
    /// <summary>The share of a run that this process has.</summary>
    public static ICrew Local(LoadPlan plan, TimeProvider clock) => EveryKind.Named(plan.Kind) is QuizKind ? new QuizCrew(plan, clock) : new LocalCrew(plan, clock);

    public static IReadOnlyList<ICrew> Of(LoadPlan plan, TimeProvider clock) => plan.Processes == 1
        ? [Local(plan, clock)]
        : [.. Enumerable.Range(0, plan.Processes).Select(n => new RemoteCrew(plan with { Process = n }))];
}

namespace OrleansContest.LoadTest.Kinds;

/// <summary>The kinds that can be put under load.</summary>
internal static class EveryKind
{
    public static IReadOnlyList<IKind> All { get; } = [new ContestKind(), new EventKind(), new MatchKind(), new PileupKind(), new QuizKind()];

    public static IKind Named(string name) => All.Single(kind => kind.Name == name);

    /// <summary>A kind that is fed by lanes.</summary>
    public static IFedKind Fed(string name) => (IFedKind)Named(name);
}

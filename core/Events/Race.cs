namespace OrleansContest.Events;

/// <summary>A race of the schedule, as its results are shown.</summary>
/// <param name="Public">As the public sees it.</param>
/// <param name="Name">What its id says; null when that is nothing.</param>
/// <param name="Gates">Types of its gates in order; null when its course is not known.</param>
internal sealed record Race(PublicRace Public, RaceName? Name, string? Gates)
{
    public string RaceId => Public.RaceId;

    public int? GateCount => Gates?.Length;

    /// <summary>The gates of a run in this race.</summary>
    public IReadOnlyList<PublicGate>? Show(IReadOnlyList<int?>? cells) => GateCells.Show(cells, Gates ?? "");
}

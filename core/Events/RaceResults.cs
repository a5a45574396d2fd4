namespace OrleansContest.Events;

/// <summary>The results of a race.</summary>
/// <param name="Race">The race.</param>
/// <param name="Results">By rank; then who has none, in the order of the start list.</param>
public sealed record RaceResults(PublicRace Race, IReadOnlyList<PublicResult> Results);

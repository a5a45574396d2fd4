namespace OrleansContest.Events;

/// <summary>The start list of a race.</summary>
/// <param name="Race">The race.</param>
/// <param name="Startlist">In the order of the starts.</param>
public sealed record RaceStartlist(PublicRace Race, IReadOnlyList<PublicStartlistEntry> Startlist);

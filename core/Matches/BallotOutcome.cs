namespace OrleansContest.Matches;

/// <summary>What became of a vote, and how its place stood when it was counted.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Place">Votes in its cell, or in its country where it has no cell, just after it; null when it does not count.</param>
/// <param name="Limit">The limit it ran into; null when none.</param>
public sealed record BallotOutcome(BallotVerdict Verdict, PlaceCount? Place = null, RateLimit? Limit = null);

/// <summary>Votes for each team in one place.</summary>
public sealed record PlaceCount(int TeamA, int TeamB);

/// <summary>A rate limit that was reached.</summary>
/// <param name="Votes">Votes that it allows at once.</param>
/// <param name="FreeAt">When the next vote is possible.</param>
public sealed record RateLimit(int Votes, DateTimeOffset FreeAt);

/// <summary>What became of each vote, in the order given.</summary>
public sealed record BallotsCounted(IReadOnlyList<BallotOutcome> Outcomes);

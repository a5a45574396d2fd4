namespace OrleansContest.Matches;

/// <summary>What became of a vote, and how its place stood when it was counted.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Place">Votes in its cell, or in its country where it has no cell, just after it; null when it does not count.</param>
/// <param name="Limit">The limit it ran into; null when none.</param>
public sealed record BallotOutcome(BallotVerdict Verdict, PlaceCount? Place = null, RateLimit? Limit = null);

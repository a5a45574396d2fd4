namespace OrleansContest.Matches;

/// <summary>What became of each vote, in the order given.</summary>
public sealed record BallotsCounted(IReadOnlyList<BallotOutcome> Outcomes);

namespace OrleansContest.Events;

/// <summary>What became of pushed results.</summary>
/// <param name="Updated">Those of a race and a participant that are known.</param>
/// <param name="Skipped">Those of others.</param>
/// <param name="Ignored">Whether all were, because no export has come yet.</param>
public sealed record ResultsTaken(int Updated, int Skipped, bool Ignored);

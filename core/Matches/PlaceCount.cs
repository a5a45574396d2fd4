namespace OrleansContest.Matches;

/// <summary>Votes for each team in one place.</summary>
public sealed record PlaceCount(int TeamA, int TeamB);

namespace OrleansContest.Matches;

/// <summary>A rate limit that was reached.</summary>
/// <param name="Votes">Votes that it allows at once.</param>
/// <param name="FreeAt">When the next vote is possible.</param>
public sealed record RateLimit(int Votes, DateTimeOffset FreeAt);

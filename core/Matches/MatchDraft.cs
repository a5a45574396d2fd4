namespace OrleansContest.Matches;

/// <summary>A match as an administrator wants it.</summary>
/// <param name="Title">1 to 256 characters.</param>
/// <param name="TeamA">The first team.</param>
/// <param name="TeamB">The second team.</param>
/// <param name="StartsAt">When it is meant to start.</param>
/// <param name="EndsAt">When it is meant to end: after it starts.</param>
/// <param name="MaxVotesPerUser">1 to 10.</param>
/// <param name="Status"><c>draft</c>, <c>scheduled</c> or <c>cancelled</c>; null for what it is, and for a draft at first.</param>
public sealed record MatchDraft(
    string Title, Team TeamA, Team TeamB, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int MaxVotesPerUser, MatchStatus? Status = null);

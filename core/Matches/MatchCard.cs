namespace OrleansContest.Matches;

/// <summary>What a match is, apart from its votes.</summary>
/// <param name="Id">The match's id.</param>
/// <param name="Title">1 to 256 characters.</param>
/// <param name="TeamA">The first team.</param>
/// <param name="TeamB">The second team.</param>
/// <param name="StartsAt">When it is meant to start: information, for an administrator activates it.</param>
/// <param name="EndsAt">When it is meant to end, after <paramref name="StartsAt"/>: information, for an administrator ends it.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="MaxVotesPerUser">1 to 10.</param>
public sealed record MatchCard(
    string Id, string Title, Team TeamA, Team TeamB, DateTimeOffset StartsAt, DateTimeOffset EndsAt, MatchStatus Status, int MaxVotesPerUser);

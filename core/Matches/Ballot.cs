namespace OrleansContest.Matches;

/// <summary>A vote as it comes in.</summary>
/// <param name="VoteId">The vote's own name, 1 to 128 characters: the same one again is the same vote.</param>
/// <param name="Team">For whom.</param>
/// <param name="Voter">Keyed hash of who votes; the person cannot be told from it.</param>
/// <param name="Cell">Index of the H3 cell the vote comes from; null when only the country is known.</param>
/// <param name="Country">ISO 3166-1 alpha-2, upper case; null when unknown.</param>
/// <param name="Address">Keyed hash of the address it came from, for a vote that a person casts; null for one that a service brings.</param>
public sealed record Ballot(string VoteId, TeamChoice Team, UInt128 Voter, ulong? Cell, string? Country, UInt128? Address = null);

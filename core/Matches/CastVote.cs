using System.Text.Json.Serialization;

namespace OrleansContest.Matches;

/// <summary>A vote that counts.</summary>
/// <param name="Key">Its name, hashed.</param>
/// <param name="Voter">Keyed hash of who cast it.</param>
/// <param name="Team">For whom.</param>
/// <param name="Cell">Index of its cell; null when only the country is known.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Address">Keyed hash of where a person cast it; null when a service brought it.</param>
[JsonConverter(typeof(CastVoteJson))]
public sealed record CastVote(UInt128 Key, UInt128 Voter, TeamChoice Team, ulong? Cell, string? Country, UInt128? Address);

using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A vote as the document of the calls shows it; it is read by <see cref="VoteReader"/>.</summary>
/// <param name="MatchId">The match; in bulk it may be left out.</param>
/// <param name="TeamChoice">For whom.</param>
/// <param name="Fingerprint">Who votes, 1 to 256 characters. Only a keyed hash of it is kept.</param>
/// <param name="VoteId">The vote's own name, 1 to 128 characters: the same one again is the same vote.</param>
/// <param name="Location">From where.</param>
internal sealed record VoteInput(string MatchId, TeamChoice TeamChoice, string Fingerprint, string? VoteId, VoteLocation Location);

/// <summary>From where somebody votes: a cell, or at least a country.</summary>
/// <param name="H3Index">Index of the H3 cell; null when only the country is known.</param>
/// <param name="H3Resolution">The cell's, 0 to 15.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Source">How the place was found. Not kept.</param>
internal sealed record VoteLocation(string? H3Index, int? H3Resolution, string? CountryCode, string? Source);

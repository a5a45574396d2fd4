namespace OrleansContest.Matches;

/// <summary>A match in figures.</summary>
/// <param name="TotalVotes">Votes that count.</param>
/// <param name="TeamAVotes">Those for the first team.</param>
/// <param name="TeamBVotes">Those for the second team.</param>
/// <param name="UniqueCountries">Countries that votes came from.</param>
/// <param name="UniqueH3Cells">Cells that votes have named.</param>
/// <param name="LastVoteAt">When the last one was cast; null when none was.</param>
public sealed record MatchStats(
    int TotalVotes, int TeamAVotes, int TeamBVotes, int UniqueCountries, int UniqueH3Cells, DateTimeOffset? LastVoteAt)
{
    public static MatchStats Of(Tallies tallies) => new(
        tallies.Total.Votes,
        tallies.Total.TeamA,
        tallies.Total.TeamB,
        tallies.Countries.Count,
        tallies.NamedCells,
        tallies.Total.Votes == 0 ? null : tallies.Total.LastAt);
}

namespace OrleansContest.Matches;

/// <summary>A vote as it crosses between processes: they come by the thousand, too many for JSON.</summary>
[GenerateSerializer]
[Alias("OrleansContest.Ballot")]
public struct BallotSurrogate
{
    [Id(0)]
    public string VoteId;

    [Id(1)]
    public bool IsForTeamB;

    [Id(2)]
    public UInt128 Voter;

    [Id(3)]
    public ulong? Cell;

    [Id(4)]
    public string? Country;

    [Id(5)]
    public UInt128? Address;
}

/// <summary>Takes votes apart and puts them together again.</summary>
[RegisterConverter]
public sealed class BallotConverter : IConverter<Ballot, BallotSurrogate>
{
    public Ballot ConvertFromSurrogate(in BallotSurrogate surrogate) => new(
        surrogate.VoteId,
        surrogate.IsForTeamB ? TeamChoice.TeamB : TeamChoice.TeamA,
        surrogate.Voter,
        surrogate.Cell,
        surrogate.Country,
        surrogate.Address);

    public BallotSurrogate ConvertToSurrogate(in Ballot value) => new()
    {
        VoteId = value.VoteId,
        IsForTeamB = value.Team == TeamChoice.TeamB,
        Voter = value.Voter,
        Cell = value.Cell,
        Country = value.Country,
        Address = value.Address,
    };
}

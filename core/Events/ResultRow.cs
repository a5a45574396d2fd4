namespace OrleansContest.Events;

/// <summary>What an export says of one start, in our units. The ranks are the export's own.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="ParticipantId">Who.</param>
/// <param name="StartOrder">Place in the start list.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="StartTime">When the start is due.</param>
/// <param name="DtStart">When it started.</param>
/// <param name="DtFinish">When it finished.</param>
/// <param name="Run">How it went.</param>
/// <param name="Rnk">Rank.</param>
/// <param name="CatRnk">Rank within the age group.</param>
/// <param name="TotalBehind">Behind the leader.</param>
/// <param name="CatTotalBehind">Behind the leader of the age group.</param>
public sealed record ResultRow(
    string RaceId,
    string ParticipantId,
    int? StartOrder,
    int? Bib,
    string? StartTime,
    string? DtStart,
    string? DtFinish,
    RunFigures Run,
    int? Rnk,
    int? CatRnk,
    string? TotalBehind,
    string? CatTotalBehind);

namespace OrleansContest.Events;

/// <summary>Somebody who is on the course just now. Times are in 1/100 s.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="Name">Family name and given name.</param>
/// <param name="Club">Club.</param>
/// <param name="Position">1 is closest to the finish.</param>
/// <param name="Gates">The gates, passed or not.</param>
/// <param name="Completed">Whether the finish is reached.</param>
/// <param name="DtStart">When it started.</param>
/// <param name="DtFinish">When it finished.</param>
/// <param name="Time">Running time so far.</param>
/// <param name="Pen">Penalties so far.</param>
/// <param name="Total">Both together.</param>
/// <param name="Rank">Rank as it stands.</param>
/// <param name="TtbDiff">Difference to the time to beat, as the venue writes it.</param>
/// <param name="TtbName">Whose time that is.</param>
public sealed record PublicOnCourseEntry(
    string RaceId,
    int Bib,
    string Name,
    string? Club,
    int Position,
    IReadOnlyList<PublicGate> Gates,
    bool Completed,
    string? DtStart,
    string? DtFinish,
    int? Time,
    int? Pen,
    int? Total,
    int? Rank,
    string? TtbDiff,
    string? TtbName);

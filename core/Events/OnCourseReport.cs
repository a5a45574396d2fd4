namespace OrleansContest.Events;

/// <summary>Somebody who is on the course just now, as the venue pushes it.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="RaceId">The race.</param>
/// <param name="Bib">The number worn; with the race it says who this is.</param>
/// <param name="Name">As displays show it.</param>
/// <param name="Club">Club.</param>
/// <param name="Position">1 is closest to the finish.</param>
/// <param name="Gates">Points at each gate from the first: 0, 2, 50, or null while it is not passed.</param>
/// <param name="DtStart">When it started.</param>
/// <param name="DtFinish">When it finished; null while it has not.</param>
/// <param name="Time">Running time so far, 1/100 s.</param>
/// <param name="Pen">Penalties so far, 1/100 s.</param>
/// <param name="Total">Both together.</param>
/// <param name="Rank">Rank as it stands.</param>
/// <param name="TtbDiff">Difference to the time to beat, as text.</param>
/// <param name="TtbName">Whose time that is.</param>
public sealed record OnCourseReport(
    string ParticipantId,
    string RaceId,
    int Bib,
    string Name,
    string? Club,
    int Position,
    IReadOnlyList<int?> Gates,
    string? DtStart,
    string? DtFinish,
    int? Time,
    int? Pen,
    int? Total = null,
    int? Rank = null,
    string? TtbDiff = null,
    string? TtbName = null);

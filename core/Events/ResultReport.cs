namespace OrleansContest.Events;

/// <summary>A result as the venue pushes it. It says everything of the run: what is null is not known, or not so any more.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="ParticipantId">Who.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="Time">Running time, 1/100 s.</param>
/// <param name="Pen">Penalties, 1/100 s.</param>
/// <param name="Total">Both together, 1/100 s.</param>
/// <param name="Status">Why the run has no place.</param>
/// <param name="Gates">The gates passed; null or empty when nothing is said of them.</param>
public sealed record ResultReport(
    string RaceId,
    string ParticipantId,
    int? Bib = null,
    int? Time = null,
    int? Pen = null,
    int? Total = null,
    RunStatus? Status = null,
    IReadOnlyList<GateReport>? Gates = null);

/// <summary>A gate that was passed.</summary>
/// <param name="Gate">Its number, from 1 to 200.</param>
/// <param name="Pen">0, 2 or 50 points; null when not known.</param>
public sealed record GateReport(int Gate, int? Pen);

namespace OrleansContest.Events;

/// <summary>What the venue has pushed of one start.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="ParticipantId">Who.</param>
/// <param name="Bib">The number worn.</param>
/// <param name="Run">How it went.</param>
public sealed record PushedResult(string RaceId, string ParticipantId, int? Bib, RunFigures Run);

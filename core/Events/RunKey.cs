namespace OrleansContest.Events;

/// <summary>Which start of an event is meant.</summary>
public sealed record RunKey(string RaceId, string ParticipantId);

namespace OrleansContest.Events;

/// <summary>A step in the life of an event.</summary>
/// <param name="EventId">The event.</param>
/// <param name="PreviousStatus">Where it was.</param>
/// <param name="Status">Where it is.</param>
/// <param name="StatusChangedAt">Since when, UTC.</param>
public sealed record StatusChange(string EventId, EventStatus PreviousStatus, EventStatus Status, DateTimeOffset StatusChangedAt);

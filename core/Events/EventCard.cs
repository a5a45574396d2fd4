namespace OrleansContest.Events;

/// <summary>An event as its administrators see it. No secret is in it.</summary>
/// <param name="EventId">The channel's id.</param>
/// <param name="MainTitle">What people call it.</param>
/// <param name="SubTitle">As created or, later, as the export says; so are those below.</param>
/// <param name="Location">Where.</param>
/// <param name="Facility">The venue's name.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Discipline">Such as <c>Slalom</c>.</param>
/// <param name="ImageUrl">A picture's address.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="StatusChangedAt">When it came there, UTC; null while it is as created.</param>
/// <param name="HasXmlData">Whether an export has been imported.</param>
/// <param name="Config">Its settings.</param>
/// <param name="Validity">When its key opens it.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
public sealed record EventCard(
    string EventId,
    string MainTitle,
    string? SubTitle,
    string? Location,
    string? Facility,
    DateOnly? StartDate,
    DateOnly? EndDate,
    string? Discipline,
    string? ImageUrl,
    EventStatus Status,
    DateTimeOffset? StatusChangedAt,
    bool HasXmlData,
    EventConfig Config,
    KeyWindow Validity,
    DateTimeOffset CreatedAt);

namespace OrleansContest.Events;

/// <summary>An event as the public sees it. What is not known is null.</summary>
/// <param name="EventId">The channel's id.</param>
/// <param name="MainTitle">What people call it.</param>
/// <param name="SubTitle">Second title.</param>
/// <param name="Location">Where.</param>
/// <param name="StartDate">First day, as the venue counts days: <c>2026-06-27</c>.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Discipline">Such as <c>Slalom</c>.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="ImageUrl">A picture's address.</param>
/// <param name="Facility">The venue's name.</param>
public sealed record PublicEventDetail(
    string EventId,
    string MainTitle,
    string? SubTitle,
    string? Location,
    DateOnly? StartDate,
    DateOnly? EndDate,
    string? Discipline,
    EventStatus Status,
    string? ImageUrl,
    string? Facility);

namespace OrleansContest.Events;

/// <summary>An event to create.</summary>
/// <param name="MainTitle">What people call it, 1 to 200 characters. An export does not change it.</param>
/// <param name="SubTitle">At most 200 characters; holds until an export says otherwise, as do those below.</param>
/// <param name="Location">Where.</param>
/// <param name="Facility">The venue's name.</param>
/// <param name="StartDate">First day, as the venue counts days; the ingest key opens 10 days before. Null: it is open from the start.</param>
/// <param name="EndDate">Last day, not before the first; the key opens until 5 days after. Null: it never closes.</param>
/// <param name="Discipline">Such as <c>Slalom</c>.</param>
/// <param name="ImageUrl">A picture's <c>https</c> or <c>http</c> address.</param>
/// <param name="Strategy">Whom to believe.</param>
/// <param name="MaxConnections">Spectators that may watch at a time, over all gateways, 1 to 100,000.</param>
public sealed record EventDraft(
    string MainTitle,
    string? SubTitle = null,
    string? Location = null,
    string? Facility = null,
    DateOnly? StartDate = null,
    DateOnly? EndDate = null,
    string? Discipline = null,
    string? ImageUrl = null,
    MergeStrategy Strategy = MergeStrategy.PushWins,
    int MaxConnections = EventConfig.DefaultConnections);

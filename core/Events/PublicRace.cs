namespace OrleansContest.Events;

/// <summary>A race.</summary>
/// <param name="RaceId">Such as <c>K1M_ST_BR1_6</c>.</param>
/// <param name="ClassId">Its class; null when the export has no such class.</param>
/// <param name="RaceType">What sort of race: see <see cref="RaceTypes"/>.</param>
/// <param name="RaceOrder">Its place in the schedule.</param>
/// <param name="StartTime">When it starts, UTC.</param>
/// <param name="RaceStatus">The timing software's code: 1 scheduled … 10 unofficial, 11 official, 12 cancelled.</param>
public sealed record PublicRace(
    string RaceId, string? ClassId, string RaceType, int? RaceOrder, DateTimeOffset? StartTime, int RaceStatus);

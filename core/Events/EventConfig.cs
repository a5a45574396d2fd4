namespace OrleansContest.Events;

/// <summary>What the people who run an event have set.</summary>
/// <param name="ActiveRaceId">The race that displays should show; null when none is set.</param>
/// <param name="DisplayMode"><c>simple</c> or <c>detailed</c>; null when not set.</param>
/// <param name="ShowOnCourse">Whether displays should show who is on the course; null when not set.</param>
/// <param name="Strategy">Whom to believe.</param>
/// <param name="MaxConnections">Spectators that may watch at a time, over all gateways, 1 to 100,000.</param>
public sealed record EventConfig(
    string? ActiveRaceId, string? DisplayMode, bool? ShowOnCourse, MergeStrategy Strategy, int MaxConnections)
{
    public const int DefaultConnections = 200;

    public const int MostConnections = 100_000;
}

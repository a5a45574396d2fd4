namespace OrleansContest.Events;

/// <summary>An event with what it is made of.</summary>
/// <param name="Event">The event.</param>
/// <param name="Classes">Its classes, in the export's order.</param>
/// <param name="Races">Its races, in the order of the schedule.</param>
public sealed record EventOverview(PublicEventDetail Event, IReadOnlyList<PublicClass> Classes, IReadOnlyList<PublicRace> Races);

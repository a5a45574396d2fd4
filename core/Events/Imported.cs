namespace OrleansContest.Events;

/// <summary>What an export came to.</summary>
/// <param name="Participants">How many it has, as are those below.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Races">Races.</param>
/// <param name="Results">Starts that were taken.</param>
/// <param name="Courses">Courses.</param>
/// <param name="Skipped">Starts of a race or participant that the export does not have.</param>
public sealed record Imported(int Participants, int Classes, int Races, int Results, int Courses, int Skipped);

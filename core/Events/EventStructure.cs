namespace OrleansContest.Events;

/// <summary>What an event is made of. The last export is the authority on it.</summary>
/// <param name="Details">The event itself; null before the first export.</param>
/// <param name="Classes">In the export's order, as are those below.</param>
/// <param name="Participants">Who takes part.</param>
/// <param name="Races">The schedule.</param>
/// <param name="Courses">The gates.</param>
public sealed record EventStructure(
    ExportedDetails? Details,
    IReadOnlyList<ExportedClass> Classes,
    IReadOnlyList<ExportedParticipant> Participants,
    IReadOnlyList<ExportedRace> Races,
    IReadOnlyList<ExportedCourse> Courses)
{
    /// <summary>Before the first export.</summary>
    public static EventStructure None { get; } = new(null, [], [], [], []);
}

using System.Text.Json.Serialization;

namespace OrleansContest.Events;

/// <summary>What has happened in an event: the durable facts, and the one that is not.</summary>
/// <remarks>
/// They carry what the rules concluded, so that reading them back asks no rule again. <c>type</c> names them in the journal; a
/// name is never given another meaning.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EventCreated), "eventCreated")]
[JsonDerivedType(typeof(EventDeleted), "eventDeleted")]
[JsonDerivedType(typeof(StatusChanged), "statusChanged")]
[JsonDerivedType(typeof(EventConfigured), "eventConfigured")]
[JsonDerivedType(typeof(ExportImported), "exportImported")]
[JsonDerivedType(typeof(ResultsPushed), "resultsPushed")]
public abstract record EventFact
{
    private protected EventFact()
    {
    }
}

/// <summary>The event began.</summary>
public sealed record EventCreated(EventSetup Setup) : EventFact;

/// <summary>The event is no more. Another one of its id may begin.</summary>
public sealed record EventDeleted(DateTimeOffset At) : EventFact;

/// <summary>A step in its life.</summary>
public sealed record StatusChanged(EventStatus From, EventStatus To, DateTimeOffset At) : EventFact;

/// <summary>Its settings are these now.</summary>
public sealed record EventConfigured(EventConfig Config) : EventFact;

/// <summary>A whole export was taken over, in one step. Only what it changed is here.</summary>
/// <param name="At">When.</param>
/// <param name="Details">The event itself; null where nothing changed, as are the lists.</param>
/// <param name="Classes">All classes.</param>
/// <param name="Participants">All participants.</param>
/// <param name="Races">All races.</param>
/// <param name="Courses">All courses.</param>
/// <param name="Rows">Starts that are new or not as they were.</param>
/// <param name="Gone">Starts of which this export says nothing any more.</param>
/// <param name="Settled">Starts whose pushed result gave way to the export's.</param>
public sealed record ExportImported(
    DateTimeOffset At,
    ExportedDetails? Details,
    IReadOnlyList<ExportedClass>? Classes,
    IReadOnlyList<ExportedParticipant>? Participants,
    IReadOnlyList<ExportedRace>? Races,
    IReadOnlyList<ExportedCourse>? Courses,
    IReadOnlyList<ResultRow> Rows,
    IReadOnlyList<RunKey> Gone,
    IReadOnlyList<RunKey> Settled) : EventFact;

/// <summary>Results were pushed that say something new.</summary>
public sealed record ResultsPushed(IReadOnlyList<PushedResult> Results, DateTimeOffset At) : EventFact;

/// <summary>Somebody was seen on the course. Only of the moment: it is never written down.</summary>
public sealed record OnCourseSeen(IReadOnlyList<OnCourseReport> Reports, DateTimeOffset At) : EventFact;

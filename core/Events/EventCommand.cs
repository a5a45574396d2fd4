using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>What may be asked of an event. Each comes with the moment at which it was asked.</summary>
public abstract record EventCommand
{
    private protected EventCommand(DateTimeOffset at) => At = at;

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Answers the <see cref="EventCard"/>. The hash is 64 lower-case hex digits.</summary>
public sealed record CreateEvent(EventDraft Draft, string KeyHash, DateTimeOffset At) : EventCommand(At);

/// <summary>Answers the <see cref="EventCard"/> as it was.</summary>
public sealed record DeleteEvent(DateTimeOffset At) : EventCommand(At);

/// <summary>What only somebody may do who holds the event's key.</summary>
public abstract record KeyedCommand : EventCommand
{
    private protected KeyedCommand(Caller caller, DateTimeOffset at)
        : base(at) => Caller = caller;

    public Caller Caller { get; init; }
}

/// <summary>Answers the <see cref="EventCard"/>: the key is good, and nothing else.</summary>
public sealed record Admit(Caller Caller, DateTimeOffset At) : KeyedCommand(Caller, At);

/// <summary>Answers the <see cref="StatusChange"/>.</summary>
public sealed record ChangeStatus(Caller Caller, EventStatus Status, DateTimeOffset At) : KeyedCommand(Caller, At);

/// <summary>Answers the <see cref="EventConfig"/>.</summary>
public sealed record ConfigureEvent(Caller Caller, EventConfigEdit Edit, DateTimeOffset At) : KeyedCommand(Caller, At);

/// <summary>Answers <see cref="Imported"/>.</summary>
public sealed record ImportExport(Caller Caller, EventExport Export, DateTimeOffset At) : KeyedCommand(Caller, At);

/// <summary>Answers <see cref="ResultsTaken"/>.</summary>
public sealed record PushResults(Caller Caller, IReadOnlyList<ResultReport> Results, DateTimeOffset At) : KeyedCommand(Caller, At);

/// <summary>Answers <see cref="OnCourseTaken"/>.</summary>
public sealed record PushOnCourse(Caller Caller, IReadOnlyList<OnCourseReport> OnCourse, DateTimeOffset At) : KeyedCommand(Caller, At);

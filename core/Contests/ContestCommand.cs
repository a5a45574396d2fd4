using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>What may be asked of a contest. Each comes with the moment at which it was asked.</summary>
public abstract record ContestCommand
{
    private protected ContestCommand(DateTimeOffset at) => At = at;

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; }
}

/// <summary>Answers the <see cref="ContestCard"/>.</summary>
public sealed record CreateContest(ContestDraft Draft, DateTimeOffset At) : ContestCommand(At);

/// <summary>Answers the <see cref="ContestCard"/>. The hash is 64 lower-case hex digits.</summary>
public sealed record AddKey(string KeyHash, DateTimeOffset At) : ContestCommand(At);

/// <summary>What only somebody may do who is admitted to the contest.</summary>
public abstract record IngestCommand : ContestCommand
{
    private protected IngestCommand(Caller caller, DateTimeOffset at)
        : base(at) => Caller = caller;

    public Caller Caller { get; }
}

/// <summary>Answers the <see cref="Session"/>.</summary>
public sealed record OpenSession(Caller Caller, SessionDraft Draft, DateTimeOffset At) : IngestCommand(Caller, At);

/// <summary>Answers the <see cref="Grant"/>, and counts as a use of the caller's session.</summary>
public sealed record Admit(Caller Caller, DateTimeOffset At) : IngestCommand(Caller, At);

/// <summary>Answers what became of it: <see cref="Logged"/>.</summary>
public sealed record LogQso(Caller Caller, QsoDraft Draft, DateTimeOffset At) : IngestCommand(Caller, At);

/// <summary>Answers the <see cref="LogEntry"/> as it then is.</summary>
public sealed record EditQso(Caller Caller, string EntryId, QsoEdit Edit, DateTimeOffset At) : IngestCommand(Caller, At);

/// <summary>Answers the <see cref="LogEntry"/> as it was.</summary>
public sealed record DeleteQso(Caller Caller, string EntryId, DateTimeOffset At) : IngestCommand(Caller, At);

/// <summary>Answers <see cref="Merged"/>.</summary>
public sealed record MergeQsos(Caller Caller, string PrimaryId, IReadOnlyList<string> DuplicateIds, string? Reason, DateTimeOffset At)
    : IngestCommand(Caller, At);

/// <summary>Answers the <see cref="ContestCard"/>.</summary>
public sealed record KeepHeaders(Caller Caller, StationHeaders Headers, DateTimeOffset At) : IngestCommand(Caller, At);

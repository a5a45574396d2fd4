namespace OrleansContest.Pileups;

/// <summary>What may be asked of a pileup. Each comes with the moment at which it was asked: UTC, whole milliseconds.</summary>
public abstract record PileupCommand
{
    private protected PileupCommand(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }
}

/// <summary>Answers the <see cref="QueueEntry"/>. <paramref name="Profile"/> is what is known of the caller so far.</summary>
public sealed record Register(string Callsign, CallerProfile Profile, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Pileup"/>.</summary>
public sealed record ClearQueue(DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="QueueEntry"/> as it was.</summary>
public sealed record RemoveCaller(string Callsign, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Pileup"/>: its current contact is the next caller, or nobody.</summary>
public sealed record TakeNext(DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers <see cref="Completed"/>.</summary>
public sealed record CompleteContact(DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers <see cref="ContactStarted"/>.</summary>
public sealed record LogDirectly(ContactDraft Draft, CallerProfile Profile, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Announcement"/>. A null text deletes it.</summary>
public sealed record AnnounceFrequency(string? Text, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Announcement"/>. A null text deletes it.</summary>
public sealed record AnnounceSplit(string? Text, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="SystemStatus"/>.</summary>
public sealed record SetStatus(bool Active, string By, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Pileup"/>.</summary>
public sealed record AllowLoggedContacts(bool Allowed, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Pileup"/>.</summary>
public sealed record Resize(int MaxSize, DateTimeOffset At) : PileupCommand(At);

/// <summary>Answers the <see cref="Pileup"/>. A caller who is gone by now is nobody's concern.</summary>
public sealed record Describe(CallerProfile Profile, DateTimeOffset At) : PileupCommand(At);

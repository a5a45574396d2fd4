using System.Text.Json.Serialization;

namespace OrleansContest.Pileups;

/// <summary>What has happened in a pileup: the durable facts.</summary>
/// <remarks><c>type</c> names them in the journal; a name is never given another meaning.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CallerRegistered), "callerRegistered")]
[JsonDerivedType(typeof(QueueCleared), "queueCleared")]
[JsonDerivedType(typeof(CallerRemoved), "callerRemoved")]
[JsonDerivedType(typeof(QueueAdvanced), "queueAdvanced")]
[JsonDerivedType(typeof(ContactCompleted), "contactCompleted")]
[JsonDerivedType(typeof(ContactLogged), "contactLogged")]
[JsonDerivedType(typeof(FrequencyAnnounced), "frequencyAnnounced")]
[JsonDerivedType(typeof(SplitAnnounced), "splitAnnounced")]
[JsonDerivedType(typeof(StatusChanged), "statusChanged")]
[JsonDerivedType(typeof(StatusConfirmed), "statusConfirmed")]
[JsonDerivedType(typeof(LoggedContactsAllowed), "loggedContactsAllowed")]
[JsonDerivedType(typeof(QueueResized), "queueResized")]
[JsonDerivedType(typeof(CallerDescribed), "callerDescribed")]
public abstract record PileupEvent
{
    private protected PileupEvent()
    {
    }
}

/// <summary>A caller waits, behind all others.</summary>
public sealed record CallerRegistered(QueuedCaller Caller) : PileupEvent;

/// <summary>Nobody waits any more.</summary>
public sealed record QueueCleared(DateTimeOffset At) : PileupEvent;

/// <summary>A caller waits no more.</summary>
public sealed record CallerRemoved(string Callsign, DateTimeOffset At) : PileupEvent;

/// <summary>The next caller is being worked, if there was one, and whoever was worked before is done.</summary>
public sealed record QueueAdvanced(CurrentContact? Contact, DateTimeOffset At) : PileupEvent;

/// <summary>No contact is under way.</summary>
public sealed record ContactCompleted(DateTimeOffset At) : PileupEvent;

/// <summary>The operator's logging program has begun a contact; its caller waits no more.</summary>
public sealed record ContactLogged(CurrentContact Contact) : PileupEvent;

/// <summary>The operator announced a frequency, or deleted it.</summary>
public sealed record FrequencyAnnounced(Announcement Frequency) : PileupEvent;

/// <summary>The operator announced a split, or deleted it.</summary>
public sealed record SplitAnnounced(Announcement Split) : PileupEvent;

/// <summary>The pileup opened or closed. Nobody waits, and no contact is under way.</summary>
public sealed record StatusChanged(SystemStatus Status) : PileupEvent;

/// <summary>The pileup was told to be what it was. Nothing else changed.</summary>
public sealed record StatusConfirmed(SystemStatus Status) : PileupEvent;

/// <summary>Logging programs may begin contacts, or may not.</summary>
public sealed record LoggedContactsAllowed(bool Allowed, DateTimeOffset At) : PileupEvent;

/// <summary>So many may wait from now on. Whoever waits already goes on waiting.</summary>
public sealed record QueueResized(int MaxSize, DateTimeOffset At) : PileupEvent;

/// <summary>It became known who a caller is.</summary>
public sealed record CallerDescribed(CallerProfile Profile, DateTimeOffset At) : PileupEvent;

using System.Text.Json.Serialization;

namespace OrleansContest.Contests;

/// <summary>What has happened in a contest: the durable facts.</summary>
/// <remarks>
/// They carry what the rules concluded (points, multipliers, who is a dupe), so that reading them back asks no rule again.
/// <c>type</c> names them in the journal; a name is never given another meaning.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ContestCreated), "contestCreated")]
[JsonDerivedType(typeof(KeyAdded), "keyAdded")]
[JsonDerivedType(typeof(SessionOpened), "sessionOpened")]
[JsonDerivedType(typeof(SessionExtended), "sessionExtended")]
[JsonDerivedType(typeof(HeadersKept), "headersKept")]
[JsonDerivedType(typeof(QsoLogged), "qsoLogged")]
[JsonDerivedType(typeof(QsoEdited), "qsoEdited")]
[JsonDerivedType(typeof(QsoDeleted), "qsoDeleted")]
[JsonDerivedType(typeof(QsosMerged), "qsosMerged")]
public abstract record ContestEvent
{
    private protected ContestEvent()
    {
    }
}

/// <summary>The contest began.</summary>
public sealed record ContestCreated(ContestCard Card) : ContestEvent;

/// <summary>Whoever holds this key may ingest.</summary>
public sealed record KeyAdded(string KeyHash) : ContestEvent;

/// <summary>Sessions that had expired by <paramref name="At"/> are forgotten.</summary>
public sealed record SessionOpened(string TokenHash, Session Session, DateTimeOffset At) : ContestEvent;

/// <summary>A session was used, and lasts longer.</summary>
public sealed record SessionExtended(string TokenHash, DateTimeOffset ExpiresAt) : ContestEvent;

/// <summary>The header lines of a station's Cabrillo file were kept.</summary>
public sealed record HeadersKept(StationHeaders Headers) : ContestEvent;

/// <summary>A contact is in the log.</summary>
public sealed record QsoLogged(LogEntry Entry) : ContestEvent;

/// <summary>An entry was changed.</summary>
/// <param name="Before">The entry as it was.</param>
/// <param name="After">The entry as it is now.</param>
/// <param name="Others">Entries that count differently because of it.</param>
public sealed record QsoEdited(LogEntry Before, LogEntry After, IReadOnlyList<Standing> Others) : ContestEvent;

/// <summary>An entry is gone from the log.</summary>
/// <param name="Entry">The entry as it was.</param>
/// <param name="Others">Entries that count differently because of it.</param>
/// <param name="At">When.</param>
public sealed record QsoDeleted(LogEntry Entry, IReadOnlyList<Standing> Others, DateTimeOffset At) : ContestEvent;

/// <summary>Entries were declared to be the same contact.</summary>
/// <param name="PrimaryId">The entry that stays.</param>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="Standings">The entries it concerns, the primary first.</param>
/// <param name="At">When.</param>
public sealed record QsosMerged(string PrimaryId, string? Reason, IReadOnlyList<Standing> Standings, DateTimeOffset At) : ContestEvent;

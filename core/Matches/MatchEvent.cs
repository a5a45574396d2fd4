using System.Text.Json.Serialization;

namespace OrleansContest.Matches;

/// <summary>What has happened in a match: the durable facts.</summary>
/// <remarks><c>type</c> names them in the journal; a name is never given another meaning.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MatchCreated), "matchCreated")]
[JsonDerivedType(typeof(MatchRevised), "matchRevised")]
[JsonDerivedType(typeof(KeyAdded), "keyAdded")]
[JsonDerivedType(typeof(VotesCast), "votesCast")]
public abstract record MatchEvent
{
    private protected MatchEvent()
    {
    }
}

/// <summary>The match is there.</summary>
public sealed record MatchCreated(MatchCard Card) : MatchEvent;

/// <summary>The match is not what it was: its title, its times, its status …</summary>
public sealed record MatchRevised(MatchCard Card, DateTimeOffset At) : MatchEvent;

/// <summary>Whoever holds this key may bring votes.</summary>
public sealed record KeyAdded(string KeyHash) : MatchEvent;

/// <summary>Votes count, in this order.</summary>
public sealed record VotesCast(DateTimeOffset At, IReadOnlyList<CastVote> Votes) : MatchEvent;

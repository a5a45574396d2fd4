using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>What may be asked of a match. Each comes with the moment at which it was asked: UTC, whole milliseconds.</summary>
public abstract record MatchCommand
{
    private protected MatchCommand(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }
}

/// <summary>Answers the <see cref="MatchCard"/>.</summary>
public sealed record CreateMatch(MatchDraft Draft, DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers the <see cref="MatchCard"/>.</summary>
public sealed record ReviseMatch(MatchDraft Draft, DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers the <see cref="MatchCard"/>.</summary>
public sealed record ActivateMatch(DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers the <see cref="MatchCard"/>.</summary>
public sealed record EndMatch(DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers the <see cref="MatchCard"/>. The hash is 64 lower-case hex digits.</summary>
public sealed record AddKey(string KeyHash, DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers the <see cref="BallotOutcome"/> of a vote that a person casts.</summary>
public sealed record CastBallot(Ballot Ballot, DateTimeOffset At) : MatchCommand(At);

/// <summary>Answers <see cref="BallotsCounted"/> of votes that a service brings.</summary>
public sealed record CastBallots(Caller Caller, IReadOnlyList<Ballot> Ballots, DateTimeOffset At) : MatchCommand(At);

using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>The rules of a match. Pure: same state and command, same answer.</summary>
public static class MatchRules
{
    public const int MaxVotesPerUser = 10;

    /// <summary>Votes a person may cast in a match within a minute.</summary>
    public const int VotesPerMinute = 3;

    /// <summary>Votes that may be cast in a match from one address within an hour.</summary>
    public const int VotesPerHourAndAddress = 20;

    /// <summary>Votes that one call may bring.</summary>
    public const int MaxBallots = 1_000;

    /// <summary>Characters of a vote's name.</summary>
    public const int MaxVoteId = 128;

    public const int MaxKeys = 100;

    /// <summary>Votes that a match takes in all: some gigabytes of memory.</summary>
    public const int MaxVotes = 20_000_000;

    public static Decision<MatchEvent> Decide(MatchLedger ledger, MatchCommand command) => (ledger.Card, command) switch
    {
        (_, CreateMatch c) => MatchSetup.Create(ledger, c),
        (null, _) => MatchRefusals.MatchNotFound,
        ({ } card, ReviseMatch c) => MatchSetup.Revise(card, c),
        ({ } card, ActivateMatch c) => MatchSetup.Become(card, MatchStatus.Active, c.At),
        ({ } card, EndMatch c) => MatchSetup.Become(card, MatchStatus.Ended, c.At),
        ({ } card, AddKey c) => MatchSetup.AddKey(ledger, card, c),
        (_, CastBallots c) when !MayBring(ledger, c.Caller) => MatchRefusals.Unauthorized,
        (_, CastBallots c) => new Count(ledger, c.At).Decide(c.Ballots),
        (_, CastBallot c) => new Count(ledger, c.At).Decide(c.Ballot),
        _ => throw new UnreachableException(),
    };

    private static bool MayBring(MatchLedger ledger, Caller caller) => caller.Kind switch
    {
        CallerKind.Trusted => true,
        CallerKind.Key => ledger.Keys.Contains(caller.SecretHash!),
        _ => false,
    };
}

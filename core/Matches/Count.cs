using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>Decides on votes that come together: those before in the same call weigh on those after.</summary>
internal sealed class Count(MatchLedger ledger, DateTimeOffset at)
{
    private readonly List<CastVote> accepted = [];
    private readonly HashSet<UInt128> keys = [];
    private readonly Dictionary<UInt128, int> byVoter = [];

    /// <summary>A vote that counts already is answered as it was then, even when the match is over.</summary>
    public Decision<MatchEvent> Decide(Ballot ballot)
    {
        var outcome = Judge(ballot, ledger.RateLimitOf(ballot, at));
        return outcome.Verdict switch
        {
            BallotVerdict.Accepted when Obstacle() is { } refusal => refusal,
            BallotVerdict.Accepted => Accept(outcome with { Place = After(ballot) }),
            BallotVerdict.Duplicate => Accept(outcome),
            _ => Obstacle() is { } refusal ? refusal : Accept(outcome),
        };
    }

    public Decision<MatchEvent> Decide(IReadOnlyList<Ballot> ballots)
    {
        var outcomes = ballots.Select(ballot => Judge(ballot, null)).ToList();
        var isRepeated = outcomes.All(outcome => outcome.Verdict == BallotVerdict.Duplicate);
        return !isRepeated && Obstacle() is { } refusal ? refusal : Accept(new BallotsCounted(outcomes));
    }

    private BallotOutcome Judge(Ballot ballot, RateLimit? rate)
    {
        var key = VoteKey.Of(ballot.VoteId);
        if (ledger.Outcome(key) is { } place)
        {
            return new(BallotVerdict.Duplicate, place);
        }

        if (keys.Contains(key))
        {
            return new(BallotVerdict.Duplicate);
        }

        var used = byVoter.GetValueOrDefault(ballot.Voter);
        if (ledger.VotesOf(ballot.Voter) + used >= ledger.Card!.MaxVotesPerUser)
        {
            return new(BallotVerdict.VoteLimitExceeded);
        }

        if (rate is not null)
        {
            return new(BallotVerdict.RateLimitExceeded, Limit: rate);
        }

        keys.Add(key);
        byVoter[ballot.Voter] = used + 1;
        accepted.Add(new CastVote(key, ballot.Voter, ballot.Team, ballot.Cell, ballot.Country, ballot.Address));
        return new(BallotVerdict.Accepted);
    }

    private Refusal? Obstacle() => ledger switch
    {
        { Card.Status: not MatchStatus.Active } => MatchRefusals.NotActive,
        _ when ledger.VoteCount + accepted.Count > MatchRules.MaxVotes => MatchRefusals.LimitReached($"A match takes {MatchRules.MaxVotes} votes."),
        _ => null,
    };

    private PlaceCount After(Ballot ballot)
    {
        var tally = ballot.Cell is { } cell ? ledger.Tallies.Find(H3Cell.FromIndex(cell)) : ledger.Tallies.Find(ballot.Country!);
        var (a, b) = (tally?.TeamA ?? 0, tally?.TeamB ?? 0);
        return ballot.Team == TeamChoice.TeamA ? new PlaceCount(a + 1, b) : new PlaceCount(a, b + 1);
    }

    private Decision<MatchEvent> Accept(object answer) => accepted.Count == 0
        ? Decision<MatchEvent>.Accept(answer)
        : Decision<MatchEvent>.Accept(answer, new VotesCast(at, accepted));
}

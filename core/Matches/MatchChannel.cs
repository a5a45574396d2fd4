using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>A match's calls, as commands and questions to its runner. Stamps each command with the time.</summary>
public sealed class MatchChannel(IChannelRunner<MatchLedger, MatchCommand> runner, TimeProvider clock) : IMatch
{
    /// <summary>The kind <c>match</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IMatch, MatchLedger, MatchCommand, MatchEvent>(
        "match", new MatchModel(), (_, runner, clock) => new MatchChannel(runner, clock));

    private DateTimeOffset Now => UtcMilliseconds.Cut(clock.GetUtcNow());

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public Task<Outcome<MatchCard>> Create(MatchDraft draft) => runner.AskAsync<MatchCard>(new CreateMatch(draft, Now));

    public Task<Outcome<MatchCard>> Revise(MatchDraft draft) => runner.AskAsync<MatchCard>(new ReviseMatch(draft, Now));

    public Task<Outcome<MatchCard>> Activate() => runner.AskAsync<MatchCard>(new ActivateMatch(Now));

    public Task<Outcome<MatchCard>> End() => runner.AskAsync<MatchCard>(new EndMatch(Now));

    public Task<Outcome<MatchCard>> AddKey(string keyHash) =>
        runner.AskAsync<MatchCard>(new AddKey(SecretHash.Require(keyHash, nameof(keyHash)), Now));

    public Task<Outcome<BallotOutcome>> Vote(Ballot ballot)
    {
        Check(ballot);
        return runner.AskAsync<BallotOutcome>(new CastBallot(ballot, Now));
    }

    /// <exception cref="ArgumentException">More than 1,000, or one of them is not well-formed.</exception>
    public Task<Outcome<BallotsCounted>> Vote(Caller caller, IReadOnlyList<Ballot> ballots)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ballots.Count, MatchRules.MaxBallots, nameof(ballots));
        foreach (var ballot in ballots)
        {
            Check(ballot);
        }

        return runner.AskAsync<BallotsCounted>(new CastBallots(caller, ballots, Now));
    }

    public Task<MatchCard?> Card() => runner.QueryAsync(ledger => ledger.Card);

    public Task<MatchView<MatchStats>?> Stats() => Ask(ledger => MatchStats.Of(ledger.Tallies));

    public Task<MatchView<IReadOnlyList<VoteAggregate>>?> Aggregates(AggregateQuery query) => Ask(ledger => Places.Of(ledger.Tallies, query));

    private Task<MatchView<TAnswer>?> Ask<TAnswer>(Func<MatchLedger, TAnswer> question) =>
        runner.QueryAsync(ledger => ledger.Card is null ? null : new MatchView<TAnswer>(ledger.Revision, question(ledger)));

    private static void Check(Ballot ballot)
    {
        if (BallotRules.FlawsOf(ballot) is [var flaw, ..])
        {
            throw new ArgumentException(flaw, nameof(ballot));
        }
    }
}

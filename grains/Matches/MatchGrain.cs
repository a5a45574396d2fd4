using Orleans.Concurrency;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Grains.Matches;

/// <summary>One match of the cluster. Key: the match's id.</summary>
[GrainType("match")]
[Reentrant]
internal sealed class MatchGrain(ChannelHost host) : ChannelGrain<IMatch>(host), IMatchGrain
{
    public Task<Outcome<MatchCard>> Create(MatchDraft draft) => Channel.Create(draft);

    public Task<Outcome<MatchCard>> Revise(MatchDraft draft) => Channel.Revise(draft);

    public Task<Outcome<MatchCard>> Activate() => Channel.Activate();

    public Task<Outcome<MatchCard>> End() => Channel.End();

    public Task<Outcome<MatchCard>> AddKey(string keyHash) => Channel.AddKey(keyHash);

    public Task<Outcome<BallotOutcome>> Vote(Ballot ballot) => Channel.Vote(ballot);

    public Task<Outcome<BallotsCounted>> Vote(Caller caller, IReadOnlyList<Ballot> ballots) => Channel.Vote(caller, ballots);

    public Task<MatchCard?> Card() => Channel.Card();

    public Task<MatchView<MatchStats>?> Stats() => Channel.Stats();

    public Task<MatchView<IReadOnlyList<VoteAggregate>>?> Aggregates(AggregateQuery query) => Channel.Aggregates(query);
}

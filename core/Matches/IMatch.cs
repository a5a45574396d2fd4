using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>One match, and its votes. Kind <c>match</c>.</summary>
/// <remarks>
/// Queries answer null when the match does not exist; commands refuse with <see cref="MatchRefusals.MatchNotFound"/>.
/// Source: the match-votes contract, <c>docs/protocols/match-votes.md</c>.
/// </remarks>
public interface IMatch : IChannel
{
    /// <summary>Makes the match. The same draft again answers as the first time; another one is refused (<c>MatchExists</c>).</summary>
    Task<Outcome<MatchCard>> Create(MatchDraft draft);

    Task<Outcome<MatchCard>> Revise(MatchDraft draft);

    /// <summary>Lets people vote, or refuses (<c>InvalidTransition</c>). Once more changes nothing.</summary>
    Task<Outcome<MatchCard>> Activate();

    /// <summary>Lets nobody vote any more, or refuses (<c>InvalidTransition</c>). Once more changes nothing.</summary>
    Task<Outcome<MatchCard>> End();

    /// <summary>Lets holders of a key bring votes. Only the key's hash comes here.</summary>
    Task<Outcome<MatchCard>> AddKey(string keyHash);

    /// <summary>Counts a vote that a person casts, within the limits on how fast people vote; or refuses (<c>NotActive</c>).</summary>
    Task<Outcome<BallotOutcome>> Vote(Ballot ballot);

    /// <summary>Counts votes that a service brings, each on its own merits; or refuses all (<c>Unauthorized</c>, <c>NotActive</c>).</summary>
    /// <param name="caller">On whose word.</param>
    /// <param name="ballots">1 to 1,000.</param>
    Task<Outcome<BallotsCounted>> Vote(Caller caller, IReadOnlyList<Ballot> ballots);

    Task<MatchCard?> Card();

    Task<MatchView<MatchStats>?> Stats();

    Task<MatchView<IReadOnlyList<VoteAggregate>>?> Aggregates(AggregateQuery query);
}

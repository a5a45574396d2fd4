using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>What spectators see of a match: of votes that came together the latest at each place, then the places, then the totals.</summary>
internal static class MatchUpdates
{
    public static IEnumerable<UpdateDraft> Of(MatchLedger ledger, MatchEvent @event) => @event switch
    {
        MatchCreated or MatchRevised => [MatchMessages.Changed(ledger)],
        KeyAdded => [],
        VotesCast e =>
        [
            .. Latest(e.Votes).Select(vote => MatchMessages.Vote(ledger, vote, e.At)),
            .. Places.Changed(ledger.Tallies, e.Votes).Select(place => MatchMessages.Updated(ledger, place)),
            MatchMessages.Stats(ledger),
        ],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<CastVote> Latest(IReadOnlyList<CastVote> votes) => votes.Count == 1
        ? votes
        : votes.GroupBy(vote => (vote.Cell, vote.Cell is null ? vote.Country : null)).Select(place => place.Last());
}

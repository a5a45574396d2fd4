using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>
/// What spectators see of a match: the votes, then the places, then the totals. Of a few votes that came together it is the latest at
/// each place, of many the very latest: their places say all that counts.
/// </summary>
internal static class MatchUpdates
{
    private const int Few = 10;

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

    private static IEnumerable<CastVote> Latest(IReadOnlyList<CastVote> votes) => votes.Count switch
    {
        1 => votes,
        <= Few => votes.GroupBy(vote => (vote.Cell, vote.Cell is null ? vote.Country : null)).Select(place => place.Last()),
        _ => [votes[^1]],
    };
}

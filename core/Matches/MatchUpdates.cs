using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>
/// What spectators see of a match: the votes, then the places, then the totals. Of a few votes that came together it is the latest at
/// each place, of many the very latest: their places say all that counts. When very many places change at once, it is said that they do
/// (<see cref="MatchModel.Refresh"/>), and whoever shows the map reads it anew.
/// </summary>
internal static class MatchUpdates
{
    private const int Few = 10;
    private const int MostPlaces = 100;

    public static IEnumerable<UpdateDraft> Of(MatchLedger ledger, MatchEvent @event) => @event switch
    {
        MatchCreated or MatchRevised => [MatchMessages.Changed(ledger)],
        KeyAdded => [],
        VotesCast e =>
        [
            .. Latest(e.Votes).Select(vote => MatchMessages.Vote(ledger, vote, e.At)),
            .. Changed(ledger, e.Votes),
            MatchMessages.Stats(ledger),
        ],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<UpdateDraft> Changed(MatchLedger ledger, IReadOnlyList<CastVote> votes)
    {
        var places = Places.Changed(ledger.Tallies, votes).Take(MostPlaces + 1).ToList();
        return places.Count > MostPlaces ? [MatchMessages.Refresh(ledger)] : places.Select(place => MatchMessages.Updated(ledger, place));
    }

    private static IEnumerable<CastVote> Latest(IReadOnlyList<CastVote> votes) => votes.Count switch
    {
        1 => votes,
        <= Few => votes.GroupBy(vote => (vote.Cell, vote.Cell is null ? vote.Country : null)).Select(place => place.Last()),
        _ => [votes[^1]],
    };
}

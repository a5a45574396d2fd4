namespace OrleansContest.Matches;

/// <summary>The places of a match that are shown.</summary>
internal static class Places
{
    /// <summary>Every cell that a vote has named, and every country.</summary>
    public static IEnumerable<VoteAggregate> Shown(Tallies tallies) =>
        tallies.Cells.Where(cell => cell.Value.IsNamed).Select(Of).Concat(tallies.Countries.Select(Of));

    public static IReadOnlyList<VoteAggregate> Of(Tallies tallies, AggregateQuery query)
    {
        var places = query.Resolution is { } resolution
            ? tallies.Cells.Where(cell => H3Cell.FromIndex(cell.Key).Resolution == resolution).Select(Of)
            : Shown(tallies);
        return
        [
            .. places
                .Where(place => place.VoteCount >= query.MinVotes)
                .OrderByDescending(place => place.VoteCount).ThenBy(place => place.LocationKey, StringComparer.Ordinal)
                .Take(query.Top),
        ];
    }

    /// <summary>What is shown otherwise because of these votes: each place once, in the order in which votes came to it.</summary>
    public static IEnumerable<VoteAggregate> Changed(Tallies tallies, IEnumerable<CastVote> votes)
    {
        var (cells, countries) = (new HashSet<ulong>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var vote in votes)
        {
            var counted = vote.Cell is { } index && !cells.Contains(index) ? Tallies.CountedIn(H3Cell.FromIndex(index)) : [];
            foreach (var cell in counted)
            {
                if (tallies.Find(cell) is { IsNamed: true } tally && cells.Add(cell.Index))
                {
                    yield return VoteAggregate.Of(cell, tally);
                }
            }

            if (vote.Country is { } country && countries.Add(country))
            {
                yield return VoteAggregate.Of(country, tallies.Find(country)!);
            }
        }
    }

    private static VoteAggregate Of(KeyValuePair<ulong, Tally> cell) => VoteAggregate.Of(H3Cell.FromIndex(cell.Key), cell.Value);

    private static VoteAggregate Of(KeyValuePair<string, Tally> country) => VoteAggregate.Of(country.Key, country.Value);
}

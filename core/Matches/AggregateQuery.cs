namespace OrleansContest.Matches;

/// <summary>Which aggregates are wanted.</summary>
/// <param name="Resolution">All cells of that resolution, 0 to 15; null for the cells that votes named, and the countries.</param>
/// <param name="MinVotes">Leaves out places with fewer votes; at least 0.</param>
/// <param name="Top">The places with the most votes, so many at most; 1 to <see cref="MostPlaces"/>.</param>
public sealed record AggregateQuery(int? Resolution = null, int MinVotes = 0, int Top = AggregateQuery.MostPlaces)
{
    public const int MostPlaces = 1_000_000;
}

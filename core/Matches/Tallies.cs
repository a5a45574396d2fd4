using System.Runtime.InteropServices;

namespace OrleansContest.Matches;

/// <summary>The votes of a match by cell and by country.</summary>
/// <remarks>
/// A vote counts in its cell and in every coarser one down to resolution 3, so a map at any zoom is one read. One that names
/// a cell of resolution 0 to 2 counts there only.
/// </remarks>
public sealed class Tallies
{
    public const int CoarsestSum = 3;

    private readonly Dictionary<ulong, Tally> cells = [];
    private readonly Dictionary<string, Tally> countries = new(StringComparer.Ordinal);

    public Tally Total { get; } = new();

    /// <summary>Cells that votes have named.</summary>
    public int NamedCells { get; private set; }

    public IReadOnlyDictionary<string, Tally> Countries => countries;

    /// <summary>By index, of every resolution.</summary>
    public IReadOnlyDictionary<ulong, Tally> Cells => cells;

    /// <returns>Null where nobody has voted.</returns>
    public Tally? Find(H3Cell cell) => cells.GetValueOrDefault(cell.Index);

    /// <returns>Null where nobody has voted.</returns>
    public Tally? Find(string country) => countries.GetValueOrDefault(country);

    /// <returns>The tally of the vote's own place: its cell, else its country.</returns>
    public Tally Add(CastVote vote, DateTimeOffset at)
    {
        Total.Add(vote.Team, at, isNamed: true);
        var country = vote.Country is null ? null : Of(countries, vote.Country);
        country?.Add(vote.Team, at, isNamed: true);
        return vote.Cell is { } index ? Add(H3Cell.FromIndex(index), vote.Team, at) : country!;
    }

    /// <summary>The cell itself and every coarser one in which it counts, the finest first.</summary>
    public static IEnumerable<H3Cell> CountedIn(H3Cell cell)
    {
        yield return cell;
        for (var resolution = cell.Resolution - 1; resolution >= CoarsestSum; resolution--)
        {
            yield return cell.Parent(resolution);
        }
    }

    internal void RestoreCell(ulong index, Tally tally)
    {
        cells.Add(H3Cell.FromIndex(index).Index, tally);
        NamedCells += tally.IsNamed ? 1 : 0;
    }

    internal void RestoreCountry(string country, Tally tally) => countries.Add(country, tally);

    private Tally Add(H3Cell cell, TeamChoice team, DateTimeOffset at)
    {
        var own = Of(cells, cell.Index);
        NamedCells += own.IsNamed ? 0 : 1;
        own.Add(team, at, isNamed: true);
        for (var resolution = cell.Resolution - 1; resolution >= CoarsestSum; resolution--)
        {
            Of(cells, cell.Parent(resolution).Index).Add(team, at, isNamed: false);
        }

        return own;
    }

    private static Tally Of<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _) ??= new Tally();
}

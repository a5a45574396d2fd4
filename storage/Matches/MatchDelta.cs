using OrleansContest.Matches;

namespace OrleansContest.Storage.Matches;

/// <summary>What some records of a match's journal add to its figures.</summary>
internal sealed class MatchDelta
{
    private static readonly MatchModel model = new();

    private readonly Tallies tallies = new();

    /// <summary>By index, every resolution.</summary>
    public IReadOnlyDictionary<ulong, Tally> Cells => tallies.Cells;

    public IReadOnlyDictionary<string, Tally> Countries => tallies.Countries;

    public Tally Total => tallies.Total;

    /// <exception cref="FormatException">The record is not a match's.</exception>
    public void Add(ReadOnlyMemory<byte> record)
    {
        foreach (var cast in model.ReadEvents(record).OfType<VotesCast>())
        {
            foreach (var vote in cast.Votes)
            {
                tallies.Add(vote, cast.At);
            }
        }
    }
}

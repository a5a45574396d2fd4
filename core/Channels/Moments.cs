namespace OrleansContest.Channels;

/// <summary>Everything of a channel that is only of the moment, as it was at one time. The later one holds, whatever arrives last.</summary>
/// <param name="AsOf">When it was so, by the clock of whoever ran the channel; strictly later for a later one of the same runner.</param>
/// <param name="Values">One for each name, all that the channel has.</param>
public sealed record Moments(DateTimeOffset AsOf, IReadOnlyList<Moment> Values)
{
    /// <summary>The later of two.</summary>
    public static Moments? Later(Moments? one, Moments? other) =>
        one is null || other?.AsOf > one.AsOf ? other : one;

    /// <summary>Those that a spectator must be told who has <paramref name="earlier"/>.</summary>
    public IEnumerable<Moment> NewsFor(Moments? earlier) =>
        Values.Where(value => !value.SaysSameAs(earlier?.Values.FirstOrDefault(known => known.Name == value.Name)));

    /// <summary>Whether it holds nothing else than <paramref name="other"/>.</summary>
    public bool SaysSameAs(Moments? other) =>
        Values.Count == (other?.Values.Count ?? 0) && !NewsFor(other).Any();
}

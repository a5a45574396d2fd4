namespace OrleansContest.Events;

/// <summary>What a source asserts of one run. Times are in 1/100 s.</summary>
/// <param name="Time">Running time.</param>
/// <param name="Pen">Penalties; null when not known, which is not 0.</param>
/// <param name="Total">Both together.</param>
/// <param name="Status">Why the run has no place.</param>
/// <param name="Gates">Points at each gate; null when the source says nothing of them.</param>
public sealed record RunFigures(int? Time, int? Pen, int? Total, RunStatus? Status, IReadOnlyList<int?>? Gates)
{
    /// <summary>Nothing is known of the run.</summary>
    public static RunFigures None { get; } = new(null, null, null, null, null);

    /// <summary>The total that counts: there is none with a status.</summary>
    internal int? CleanTotal => Status is null ? Total : null;

    /// <summary>Whether the run has ended, one way or another.</summary>
    internal bool HasOutcome => Total is not null || Status is not null;

    /// <summary>Whether it is the same assertion as <paramref name="other"/>, as far as both of them go.</summary>
    internal bool SaysSameAs(RunFigures other) =>
        (Time, Pen, Total, Status) == (other.Time, other.Pen, other.Total, other.Status) && GateCells.Agree(Gates, other.Gates);

    public bool Equals(RunFigures? other) =>
        other is not null
        && (Time, Pen, Total, Status) == (other.Time, other.Pen, other.Total, other.Status)
        && (Gates is null ? other.Gates is null : other.Gates is not null && Gates.SequenceEqual(other.Gates));

    public override int GetHashCode() => HashCode.Combine(Time, Pen, Total, Status, Gates?.Count);
}

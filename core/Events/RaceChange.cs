namespace OrleansContest.Events;

/// <summary>What has changed in the lines of a race.</summary>
/// <param name="RaceId">The race.</param>
/// <param name="Lines">Lines that are new, or not as they were.</param>
/// <param name="Gone">Lines that are no more, as they were.</param>
/// <param name="IsAmbiguous">Whether two lines are of the same number and athlete: then nobody could tell which one is meant.</param>
internal sealed record RaceChange(string RaceId, IReadOnlyList<PublicResult> Lines, IReadOnlyList<PublicResult> Gone, bool IsAmbiguous)
{
    /// <returns>Null when nothing has changed.</returns>
    public static RaceChange? Between(string raceId, IReadOnlyList<PublicResult> before, IReadOnlyList<PublicResult> after)
    {
        var known = before.ToHashSet();
        var (lines, keys) = (after.Where(line => !known.Contains(line)).ToList(), after.Select(line => line.Key).ToHashSet());
        var gone = before.Where(line => !keys.Contains(line.Key)).ToList();
        var isAmbiguous = keys.Count < after.Count || before.DistinctBy(line => line.Key).Count() < before.Count;
        return lines.Count + gone.Count > 0 || (isAmbiguous && !before.SequenceEqual(after)) ? new(raceId, lines, gone, isAmbiguous) : null;
    }
}

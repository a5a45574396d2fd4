namespace OrleansContest.Events;

/// <summary>Which unit an export's times are in. The file says something of its own about that, and is not to be believed.</summary>
internal static class ExportTimes
{
    private const int Slowest = 20_000;

    /// <summary>Whether times are milliseconds and penalties seconds; otherwise all are 1/100 s.</summary>
    /// <remarks>
    /// What adds up decides, by majority, because a single row may be wrong in itself: Total = Time + Pen × 1000 or
    /// Total = Time + Pen. Where nothing tells, a time over 20,000 does: as 1/100 s that would be more than three minutes.
    /// </remarks>
    public static bool AreMilliseconds(IReadOnlyList<ExportedResult> results)
    {
        var telling = results.Where(result => result is { Time: not null, Pen: > 0, Total: not null });
        var balance = telling.Sum(result =>
            (AddsUp(result, 1000) ? 1 : 0) - (AddsUp(result, 1) ? 1 : 0));
        return balance != 0 ? balance > 0 : results.Any(result => result.Time > Slowest || result.Total > Slowest);
    }

    /// <summary>Milliseconds as the nearest 1/100 s.</summary>
    public static int? ToHundredths(int? milliseconds) => (milliseconds + 5) / 10;

    private static bool AddsUp(ExportedResult result, long second) => result.Total == result.Time + (result.Pen * second);
}

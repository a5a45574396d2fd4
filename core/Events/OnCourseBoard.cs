namespace OrleansContest.Events;

/// <summary>Who is on the course just now. It is known only from what is pushed, and forgotten 10 s after it was last pushed.</summary>
internal sealed class OnCourseBoard
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly Dictionary<(string RaceId, int Bib), (OnCourseReport Report, DateTimeOffset Gone)> seen = [];

    public void See(IEnumerable<OnCourseReport> reports, DateTimeOffset at)
    {
        RemoveWhere((_, gone) => gone <= at);
        foreach (var report in reports)
        {
            seen[(report.RaceId, report.Bib)] = (report, at + Lifetime);
        }
    }

    /// <summary>Lets go of who is no more part of the event.</summary>
    public void Keep(EventIndex index) => RemoveWhere((report, _) => !index.Has(report.RaceId, report.ParticipantId));

    /// <summary>The closest to the finish first.</summary>
    public IReadOnlyList<OnCourseReport> Present(DateTimeOffset at) =>
    [
        .. seen.Values.Where(entry => entry.Gone > at)
            .Select(entry => entry.Report)
            .OrderBy(report => report.Position)
            .ThenBy(report => report.RaceId, StringComparer.Ordinal)
            .ThenBy(report => report.Bib),
    ];

    /// <summary>How many there would be with these.</summary>
    public int CountWith(IEnumerable<OnCourseReport> reports, DateTimeOffset at) =>
        seen.Where(entry => entry.Value.Gone > at).Select(entry => entry.Key)
            .Union(reports.Select(report => (report.RaceId, report.Bib)))
            .Count();

    /// <summary>When the next of them will be forgotten.</summary>
    public DateTimeOffset? NextGone(DateTimeOffset at) =>
        seen.Values.Where(entry => entry.Gone > at).Select(entry => (DateTimeOffset?)entry.Gone).Min();

    private void RemoveWhere(Func<OnCourseReport, DateTimeOffset, bool> isGone)
    {
        foreach (var (key, entry) in seen)
        {
            if (isGone(entry.Report, entry.Gone))
            {
                seen.Remove(key);
            }
        }
    }
}

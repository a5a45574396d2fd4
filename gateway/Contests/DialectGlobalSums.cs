using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Figures of several contests, added up.</summary>
internal static class DialectGlobalSums
{
    /// <summary>One row an operator, most QSOs first.</summary>
    public static IReadOnlyList<ScoreboardRow> Scoreboard(IEnumerable<ScoreboardRow> rows) =>
    [
        .. rows.GroupBy(row => row.Operator, StringComparer.Ordinal).Select(Sum)
            .OrderByDescending(row => row.Qsos).ThenBy(row => row.Operator, StringComparer.Ordinal),
    ];

    /// <summary>The bands of all, most contacts first; the hour is the one that began last.</summary>
    /// <param name="all">The contests'.</param>
    /// <param name="lastHour">Stands where there are none.</param>
    public static BandOccupancy Occupancy(IReadOnlyList<BandOccupancy> all, DateTimeOffset lastHour) => new(
        all.Count == 0 ? lastHour : all.Max(one => one.LastHour),
        [
            .. all.SelectMany(one => one.Bands).GroupBy(band => band.Band, StringComparer.Ordinal)
                .Select(same => new BandActivity(same.Key, same.Sum(band => band.Qsos), Sum(same.Select(band => band.Modes))))
                .OrderByDescending(band => band.Qsos).ThenBy(band => band.Band, StringComparer.Ordinal),
        ]);

    private static ScoreboardRow Sum(IGrouping<string, ScoreboardRow> rows) => new(
        rows.Key,
        rows.Sum(row => row.Qsos),
        rows.Sum(row => row.Points),
        rows.Sum(row => row.CwContacts),
        rows.Sum(row => row.SsbContacts),
        rows.Sum(row => row.FtxContacts),
        Sum(rows.Select(row => row.Bands)),
        Sum(rows.Select(row => row.Modes)));

    private static SortedDictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> all)
    {
        var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in all.SelectMany(one => one))
        {
            sums[name] = sums.GetValueOrDefault(name) + count;
        }

        return sums;
    }
}

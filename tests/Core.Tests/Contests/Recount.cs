using OrleansContest.Contests;

namespace OrleansContest.Tests.Contests;

/// <summary>A contest counted anew from its entries, the slow and obvious way: what every running figure has to equal.</summary>
internal sealed class Recount(ContestCard card, IReadOnlyList<LogEntry> log)
{
    private readonly LogEntry[] counted = [.. log.Where(entry => entry.MergedIntoId is null)];

    /// <summary>Ids of the entries that an earlier one makes a dupe.</summary>
    public IEnumerable<string> Dupes() =>
        from entry in counted
        where counted.TakeWhile(earlier => earlier != entry).Any(earlier => AreSame(earlier, entry))
        select entry.Id;

    /// <summary>Ids of the entries that others are merged into: each is there, and counts.</summary>
    public IEnumerable<string> Primaries()
    {
        var named = log.Where(entry => entry.MergedIntoId is not null).Select(entry => entry.MergedIntoId!).ToHashSet();
        Assert.Subset(counted.Select(entry => entry.Id).ToHashSet(), named);
        return log.Select(entry => entry.Id).Where(named.Contains);
    }

    public int PointsOf(LogEntry entry)
    {
        if (entry.MergedIntoId is not null || Dupes().Contains(entry.Id))
        {
            return 0;
        }

        return card.Rules.BandPoints.TryGetValue(entry.Band, out var byBand) ? byBand
            : card.Rules.Points.TryGetValue(ClassOf(entry), out var byClass) ? byClass
            : 1;
    }

    public IEnumerable<LogAggregate> Aggregates() =>
        from entry in counted
        group entry by HourOf(entry) into hour
        orderby hour.Key
        let clubs = hour.Select(entry => entry.ClubId).Distinct().ToArray()
        select new LogAggregate(
            card.Id,
            clubs.Length == 1 ? clubs[0] : null,
            hour.Key,
            hour.Count(),
            hour.Count(entry => entry.IsDupe),
            hour.Count(entry => ClassOf(entry) == "CW"),
            hour.Count(entry => ClassOf(entry) == "PHONE"),
            hour.Count(entry => ClassOf(entry) == "DIGITAL"),
            hour.Sum(entry => entry.Points),
            Count(hour.Select(entry => entry.Band)),
            Count(hour.Select(entry => entry.Mode)),
            Sorted(hour.GroupBy(OperatorOf), own => new OperatorFigures(own.Count(), own.Sum(entry => entry.Points))));

    public IEnumerable<ScoreboardRow> Scoreboard() =>
        from entry in counted
        group entry by OperatorOf(entry) into own
        orderby own.Count() descending, own.Key
        select new ScoreboardRow(
            own.Key,
            own.Count(),
            own.Sum(entry => entry.Points),
            own.Count(entry => ClassOf(entry) == "CW"),
            own.Count(entry => ClassOf(entry) == "PHONE"),
            own.Count(entry => ClassOf(entry) == "DIGITAL"),
            Count(own.Select(entry => entry.Band)),
            Count(own.Select(entry => entry.Mode)));

    public OperatorActivity Activity(string name)
    {
        LogEntry[] own = [.. counted.Where(entry => OperatorOf(entry) == name)];
        var hours = own.GroupBy(HourOf).OrderBy(hour => hour.Key).Select(hour => new HourlyActivity(hour.Key, hour.Count()));
        return new(name, own.Length, [.. hours], Count(own.Select(entry => entry.Band)), Count(own.Select(entry => entry.Mode)));
    }

    public BandOccupancy Occupancy(DateTimeOffset at)
    {
        var recent = counted.Where(entry => TimeOf(entry) >= at.AddHours(-1) && TimeOf(entry) <= at);
        var bands = recent.GroupBy(entry => entry.Band).OrderByDescending(band => band.Count()).ThenBy(band => band.Key);
        var activity = bands.Select(band => new BandActivity(band.Key, band.Count(), Count(band.Select(entry => entry.Mode))));
        return new(at.AddHours(-1), [.. activity]);
    }

    public ContestStatistics Statistics(DateTimeOffset? lastUpdated)
    {
        var points = counted.Sum(entry => (long)entry.Points);
        var multipliers = counted.Where(entry => entry.Multiplier is not null)
            .Select(entry => card.Rules.MultiplierPerBand ? $"{entry.Multiplier} {entry.Band}" : entry.Multiplier).Distinct().Count();
        var calls = counted.GroupBy(entry => entry.Callsign).OrderByDescending(call => call.Count()).ThenBy(call => call.Key).Take(10);
        return new(
            counted.Length,
            points,
            multipliers,
            points * (card.Rules.Multiplies && multipliers > 0 ? multipliers : 1) * card.PowerMultiplier,
            counted.Count(entry => entry.IsDupe),
            [.. counted.GroupBy(HourOf).OrderBy(hour => hour.Key).Select(hour => new HourlyActivity(hour.Key, hour.Count()))],
            [.. calls.Select(call => new CallCount(call.Key, call.Count()))],
            Count(counted.Select(entry => entry.Band)),
            Count(counted.Select(entry => entry.Mode)),
            lastUpdated);
    }

    private bool AreSame(LogEntry one, LogEntry other) =>
        card.Rules.Dupes != DupeRule.None
        && (one.StationId.ToUpperInvariant(), one.Callsign, one.Band) == (other.StationId.ToUpperInvariant(), other.Callsign, other.Band)
        && (card.Rules.Dupes == DupeRule.Band || ClassOf(one) == ClassOf(other));

    private static string ClassOf(LogEntry entry) => entry.Mode switch
    {
        "CW" => "CW",
        "SSB" or "FM" => "PHONE",
        _ => "DIGITAL",
    };

    private static string OperatorOf(LogEntry entry) => entry.OperatorCallsign ?? entry.StationId;

    private static DateTimeOffset TimeOf(LogEntry entry) =>
        new(entry.QsoDate.ToDateTime(TimeOnly.ParseExact(entry.QsoTime, ["HH:mm", "HH:mm:ss"])), TimeSpan.Zero);

    private static DateTimeOffset HourOf(LogEntry entry) =>
        new(TimeOf(entry).Date.AddHours(TimeOf(entry).Hour), TimeSpan.Zero);

    private static IReadOnlyDictionary<string, int> Count(IEnumerable<string> names) =>
        Sorted(names.GroupBy(name => name), group => group.Count());

    private static SortedDictionary<string, T> Sorted<TGroup, T>(
        IEnumerable<IGrouping<string, TGroup>> groups, Func<IGrouping<string, TGroup>, T> of)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            sorted.Add(group.Key, of(group));
        }

        return sorted;
    }
}

using System.Runtime.InteropServices;

namespace OrleansContest.Contests.Figures;

/// <summary>Every figure of a contest, kept while entries come and go: at any time what a recount of the log would give.</summary>
internal sealed class ContestFigures(ContestCard card)
{
    private readonly SortedDictionary<long, HourFigures> hours = [];
    private readonly Dictionary<string, OperatorTotals> operators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly Tally bands = new();
    private readonly Tally modes = new();
    private readonly RecentContacts recent = new();
    private readonly Multipliers multipliers = new(card.Rules.MultiplierPerBand);
    private int qsos;
    private int dupes;
    private long points;

    public int MultiplierCount => multipliers.Count;

    /// <summary>Hours with entries, in order of time.</summary>
    public IEnumerable<HourFigures> Hours => hours.Values;

    public void Add(LogEntry entry)
    {
        recent.Add(entry);
        Change(entry, 1);
    }

    public void Remove(LogEntry entry)
    {
        recent.Remove(entry);
        Change(entry, -1);
    }

    /// <summary>An hour's figures, all zero where nothing counts in it.</summary>
    public HourFigures Hour(long hour) => hours.GetValueOrDefault(hour) ?? new HourFigures(hour);

    /// <summary>An operator's figures, all zero for one without entries.</summary>
    public OperatorTotals Operator(string name) => operators.GetValueOrDefault(name) ?? new OperatorTotals(name);

    /// <summary>Most contacts first, then by name.</summary>
    public IEnumerable<OperatorTotals> Ranking =>
        operators.Values.OrderByDescending(totals => totals.Qsos).ThenBy(totals => totals.Name, StringComparer.Ordinal);

    public BandOccupancy Occupancy(DateTimeOffset at) => recent.Occupancy(at);

    public OperatorActivity Activity(string operatorCall)
    {
        var name = operators.ContainsKey(operatorCall) ? operatorCall : operatorCall.Trim().ToUpperInvariant();
        var row = Operator(name).Copy();
        var active = hours.Values.Select(hour => new HourlyActivity(hour.Start, hour.QsosOf(name))).Where(hour => hour.Qsos > 0);
        return new OperatorActivity(name, row.Qsos, [.. active], row.Bands, row.Modes);
    }

    public ContestStatistics Statistics(DateTimeOffset? lastUpdated)
    {
        var perHour = hours.Values.Select(hour => new HourlyActivity(hour.Start, hour.Qsos));
        return new ContestStatistics(
            qsos, points, multipliers.Count, Score(), dupes, [.. perHour], TopCalls(), bands.Copy(), modes.Copy(), lastUpdated);
    }

    private long Score() => points * (card.Rules.Multiplies ? Math.Max(1, multipliers.Count) : 1) * card.PowerMultiplier;

    private CallCount[] TopCalls() =>
    [
        .. calls.OrderByDescending(call => call.Value).ThenBy(call => call.Key, StringComparer.Ordinal).Take(10)
            .Select(call => new CallCount(call.Key, call.Value)),
    ];

    private void Change(LogEntry entry, int change)
    {
        qsos += change;
        dupes += entry.IsDupe ? change : 0;
        points += entry.Points * change;
        bands.Change(entry.Band, change);
        modes.Change(entry.Mode, change);
        multipliers.Change(entry, change);
        ChangeCall(entry.Callsign, change);
        ChangeHour(entry, change);
        ChangeOperator(entry, change);
    }

    private void ChangeCall(string call, int change)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(calls, call, out _);
        count += change;
        if (count == 0)
        {
            calls.Remove(call);
        }
    }

    private void ChangeHour(LogEntry entry, int change)
    {
        var key = entry.Hour();
        if (!hours.TryGetValue(key, out var hour))
        {
            hours.Add(key, hour = new HourFigures(key));
        }

        hour.Change(entry, change);
        if (hour.Qsos == 0)
        {
            hours.Remove(key);
        }
    }

    private void ChangeOperator(LogEntry entry, int change)
    {
        var name = entry.Operator();
        ref var totals = ref CollectionsMarshal.GetValueRefOrAddDefault(operators, name, out _);
        totals ??= new OperatorTotals(name);
        totals.Change(entry, change);
        if (totals.Qsos == 0)
        {
            operators.Remove(name);
        }
    }
}

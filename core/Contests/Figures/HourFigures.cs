namespace OrleansContest.Contests.Figures;

/// <summary>The running figures of one hour.</summary>
/// <param name="hour">Counted from the year 1, as <see cref="EntryFacts.Hour"/> does.</param>
internal sealed class HourFigures(long hour)
{
    private readonly Tally bands = new();
    private readonly Tally modes = new();
    private readonly Tally clubs = new();
    private readonly SortedList<string, OperatorFigures> operators = new(StringComparer.Ordinal);
    private ClassCounts classes;
    private int dupes;
    private int points;

    public DateTimeOffset Start { get; } = new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero);

    public int Qsos { get; private set; }

    /// <param name="entry">The entry that comes or goes.</param>
    /// <param name="change">1 or -1.</param>
    public void Change(LogEntry entry, int change)
    {
        Qsos += change;
        dupes += entry.IsDupe ? change : 0;
        points += entry.Points * change;
        classes.Change(entry.ModeClass(), change);
        bands.Change(entry.Band, change);
        modes.Change(entry.Mode, change);
        ChangeOperator(entry.Operator(), change, entry.Points * change);
        if (entry.ClubId is { } club)
        {
            clubs.Change(club, change);
        }
    }

    public int QsosOf(string operatorCall) => operators.TryGetValue(operatorCall, out var figures) ? figures.Qsos : 0;

    /// <summary>The hour as it is now. Its breakdowns are the running ones: to be written at once, not kept.</summary>
    public LogAggregate Show(string contestId) => Aggregate(contestId, bands, modes, operators);

    /// <summary>The hour as it is now, to keep.</summary>
    public LogAggregate Copy(string contestId) =>
        Aggregate(contestId, bands.Copy(), modes.Copy(), new SortedList<string, OperatorFigures>(operators, StringComparer.Ordinal));

    private LogAggregate Aggregate(
        string contestId,
        IReadOnlyDictionary<string, int> byBand,
        IReadOnlyDictionary<string, int> byMode,
        IReadOnlyDictionary<string, OperatorFigures> byOperator) =>
        new(
            contestId, SharedClub(), Start, Qsos, dupes, classes.Cw, classes.Phone, classes.Digital, points, byBand, byMode, byOperator);

    private string? SharedClub() => clubs.Count == 1 && clubs.First() is var (club, count) && count == Qsos ? club : null;

    private void ChangeOperator(string name, int qsos, int earned)
    {
        var place = operators.IndexOfKey(name);
        var figures = place < 0 ? new(0, 0) : operators.GetValueAtIndex(place);
        figures = new OperatorFigures(figures.Qsos + qsos, figures.Points + earned);
        if (figures.Qsos == 0)
        {
            operators.RemoveAt(place);
        }
        else if (place < 0)
        {
            operators.Add(name, figures);
        }
        else
        {
            operators.SetValueAtIndex(place, figures);
        }
    }
}

namespace OrleansContest.Contests.Figures;

/// <summary>One operator's running figures over the whole contest.</summary>
internal sealed class OperatorTotals(string name)
{
    private readonly Tally bands = new();
    private readonly Tally modes = new();
    private ClassCounts classes;
    private int points;

    public int Qsos { get; private set; }

    /// <inheritdoc cref="HourFigures.Change"/>
    public void Change(LogEntry entry, int change)
    {
        Qsos += change;
        points += entry.Points * change;
        classes.Change(entry.ModeClass(), change);
        bands.Change(entry.Band, change);
        modes.Change(entry.Mode, change);
    }

    /// <summary>The row as it is now. Its breakdowns are the running ones: to be written at once, not kept.</summary>
    public ScoreboardRow Show() => Row(bands, modes);

    /// <summary>The row as it is now, to keep.</summary>
    public ScoreboardRow Copy() => Row(bands.Copy(), modes.Copy());

    private ScoreboardRow Row(IReadOnlyDictionary<string, int> byBand, IReadOnlyDictionary<string, int> byMode) =>
        new(name, Qsos, points, classes.Cw, classes.Phone, classes.Digital, byBand, byMode);
}

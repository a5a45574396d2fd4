using System.Text.Json;

namespace OrleansContest.Contests.Figures;

/// <summary>One operator's running figures over the whole contest.</summary>
internal sealed class OperatorTotals(string name)
{
    private readonly Tally bands = new();
    private readonly Tally modes = new();
    private ClassCounts classes;
    private int points;

    public string Name { get; } = name;

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

    /// <summary>The row as it is now, to keep.</summary>
    public ScoreboardRow Copy() =>
        new(Name, Qsos, points, classes.Cw, classes.Phone, classes.Digital, bands.Copy(), modes.Copy());

    /// <summary>The row as it is now, as <see cref="ContestJson"/> writes a <see cref="ScoreboardRow"/>.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("operator"u8, Name);
        writer.WriteNumber("qsos"u8, Qsos);
        writer.WriteNumber("points"u8, points);
        classes.WriteTo(writer);
        bands.WriteTo(writer, "bands"u8);
        modes.WriteTo(writer, "modes"u8);
        writer.WriteEndObject();
    }
}

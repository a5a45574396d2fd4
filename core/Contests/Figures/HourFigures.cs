using System.Text.Json;
using OrleansContest.Channels;

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

    /// <summary>The hour as it is now, to keep.</summary>
    public LogAggregate Copy(string contestId) =>
        new(
            contestId,
            SharedClub(),
            Start,
            Qsos,
            dupes,
            classes.Cw,
            classes.Phone,
            classes.Digital,
            points,
            bands.Copy(),
            modes.Copy(),
            new SortedList<string, OperatorFigures>(operators, StringComparer.Ordinal));

    /// <summary>The hour as it is now, as <see cref="ContestJson"/> writes a <see cref="LogAggregate"/>.</summary>
    public void WriteTo(Utf8JsonWriter writer, string contestId)
    {
        writer.WriteStartObject();
        writer.WriteString("contestId"u8, contestId);
        writer.WriteString("clubId"u8, SharedClub());
        UtcMilliseconds.Write(writer, "periodStart"u8, Start);
        writer.WriteNumber("totalQsos"u8, Qsos);
        writer.WriteNumber("totalDupes"u8, dupes);
        classes.WriteTo(writer);
        writer.WriteNumber("points"u8, points);
        bands.WriteTo(writer, "bandBreakdown"u8);
        modes.WriteTo(writer, "modeBreakdown"u8);
        WriteOperators(writer);
        writer.WriteEndObject();
    }

    private void WriteOperators(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("operatorStats"u8);
        for (var i = 0; i < operators.Count; i++)
        {
            var figures = operators.GetValueAtIndex(i);
            writer.WriteStartObject(operators.GetKeyAtIndex(i));
            writer.WriteNumber("qsos"u8, figures.Qsos);
            writer.WriteNumber("points"u8, figures.Points);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

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

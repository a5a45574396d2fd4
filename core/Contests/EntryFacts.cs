using System.Globalization;

namespace OrleansContest.Contests;

/// <summary>What follows from an entry alone.</summary>
internal static class EntryFacts
{
    /// <summary>Whether it counts: every entry does that was not merged into another.</summary>
    public static bool Counts(this LogEntry entry) => entry.MergedIntoId is null;

    /// <summary>For whom it counts.</summary>
    public static string Operator(this LogEntry entry) => entry.OperatorCallsign ?? entry.StationId;

    public static ModeClass ModeClass(this LogEntry entry) => ModeClasses.Of(entry.Mode);

    /// <summary>Its hour, counted from the year 1.</summary>
    public static long Hour(this LogEntry entry) => (entry.QsoDate.DayNumber * 24L) + TwoDigits(entry.QsoTime, 0);

    /// <summary>Its minute, counted from the year 1.</summary>
    public static long Minute(this LogEntry entry) => (entry.Hour() * 60) + TwoDigits(entry.QsoTime, 3);

    /// <summary>When the contact was, UTC.</summary>
    public static DateTimeOffset Time(this LogEntry entry)
    {
        var seconds = entry.QsoTime.Length > 5 ? TwoDigits(entry.QsoTime, 6) : 0;
        return new DateTimeOffset((entry.Minute() * TimeSpan.TicksPerMinute) + (seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    /// <summary>Whether some hour, operator or total is another one with <paramref name="other"/> in its place.</summary>
    public static bool CountsOtherThan(this LogEntry entry, LogEntry other) =>
        entry.Counts() != other.Counts() || (entry.Counts() && entry.Counted() != other.Counted());

    private static (long Hour, string Operator, string? Club, string Band, string Mode, int Points, bool IsDupe, string? Multiplier)
        Counted(this LogEntry entry) =>
        (entry.Hour(), entry.Operator(), entry.ClubId, entry.Band, entry.Mode, entry.Points, entry.IsDupe, entry.Multiplier);

    private static int TwoDigits(string text, int start) =>
        int.Parse(text.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}

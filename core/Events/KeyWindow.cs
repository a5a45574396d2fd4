namespace OrleansContest.Events;

/// <summary>When an event's ingest key opens it: from 10 days before its first day to 5 after its last, in UTC.</summary>
/// <remarks>
/// Fixed when the event is created: an export, which holders of the key send, does not move it. An unknown day sets no bound.
/// </remarks>
/// <param name="ValidFrom">First moment; null when there is no bound.</param>
/// <param name="ValidUntil">Last moment; null when there is no bound.</param>
public sealed record KeyWindow(DateTimeOffset? ValidFrom, DateTimeOffset? ValidUntil)
{
    public const int DaysBefore = 10;

    public const int DaysAfter = 5;

    public static KeyWindow Of(DateOnly? startDate, DateOnly? endDate) =>
        new(Midnight(startDate, -DaysBefore), Midnight(endDate, DaysAfter));

    public bool HasBegun(DateTimeOffset at) => !(at < ValidFrom);

    public bool HasEnded(DateTimeOffset at) => at > ValidUntil;

    private static DateTimeOffset? Midnight(DateOnly? date, int days) =>
        date is { } day ? new DateTimeOffset(day.AddDays(days), TimeOnly.MinValue, TimeSpan.Zero) : null;
}

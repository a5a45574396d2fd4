using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Tests.Events;

/// <summary>What a small venue sends: a class with two runs on one day, a final on the next, six boats and a course of three gates.</summary>
internal static class Venue
{
    public const string Run1 = "K1M_ST_BR1_6";

    public const string Run2 = "K1M_ST_BR2_6";

    public const string Final = "K1M_ST_FIN_7";

    public static readonly DateTimeOffset Noon = new(2026, 6, 27, 12, 0, 0, TimeSpan.Zero);

    public static readonly string KeyHash = new('a', 64);

    public static readonly Caller Key = Caller.WithKey(KeyHash);

    private static readonly string?[] categories = ["ZS", "ZS", "DM", null, null, "DM"];

    public static EventDraft Draft { get; } =
        new("Spring Slalom", StartDate: new DateOnly(2026, 6, 27), EndDate: new DateOnly(2026, 6, 28));

    public static CreateEvent Create { get; } = new(Draft, KeyHash, Noon);

    /// <summary>An event in a state, in which an export with these results was imported.</summary>
    public static EventCommand[] Going(EventStatus status, params ExportedResult[] results) => [.. Created(status), Import(Export(results))];

    /// <summary>An event in a state, into which nothing was imported.</summary>
    public static EventCommand[] Created(EventStatus status) =>
        [Create, .. Enumerable.Range(1, (int)status).Select(step => Go((EventStatus)step))];

    public static ChangeStatus Go(EventStatus status) => new(Key, status, Noon);

    public static ImportExport Import(EventExport export) => new(Key, export, Noon);

    public static PushResults Push(params ResultReport[] results) => new(Key, results, Noon);

    public static PushOnCourse OnCourse(DateTimeOffset at, params OnCourseReport[] entries) => new(Key, entries, at);

    /// <summary>The id of boat number <paramref name="boat"/>, 1 to 6.</summary>
    public static string Id(int boat) => $"{boat}.K1M_ST";

    public static EventExport Export(params ExportedResult[] results) => new(
        new("CZE2.2026", "The software's title", "Day one", "River", "Country", "Weir", new(2026, 6, 27), new(2026, 6, 28), "Slalom", "Points100"),
        [new("K1M_ST", "K1m", "Kayak men", [new("ZS", "Seniors", 13, 14), new("DM", "Juniors", 15, 16)])],
        [.. Enumerable.Range(1, 6).Select(Participant)],
        [
            new(Run1, 101, Noon, "K1M_ST", "BR1", "0:45", 1, 5),
            new(Run2, 102, Noon.AddHours(1), "K1M_ST", "BR2", "0:45", 1, 3),
            new(Final, 103, Noon.AddDays(1), "K1M_ST", "FIN", "0:45", 1, 1),
        ],
        results,
        [new(1, "NRSN")]);

    public static ExportedParticipant Participant(int boat) => new(
        Id(boat), "K1M_ST", boat, $"ICF{boat}", $"FAMILY{boat}", $"Given{boat}", boat == 1 ? "CZE" : null, $"Club {boat}", categories[boat - 1], false, []);

    /// <summary>A start that has not been run.</summary>
    public static ExportedResult Start(string race, int boat) => new(race, Id(boat), StartOrder: boat, Bib: boat, StartTime: $"12:0{boat}:00");

    /// <summary>A run in 1/100 s.</summary>
    public static ExportedResult Ran(string race, int boat, int time, int pen = 0, string gates = "  0  0  0") =>
        Start(race, boat) with { Time = time, Pen = pen, Total = time + pen, Gates = gates };

    /// <summary>A run without a place.</summary>
    public static ExportedResult Out(string race, int boat, string status) => Start(race, boat) with { Status = status };

    public static ResultReport Report(string race, int boat, int? time, int? pen = 0, params GateReport[] gates) =>
        new(race, Id(boat), boat, time, pen, time + pen, Gates: gates);

    /// <summary>Says that there is nothing any more.</summary>
    public static ResultReport Withdrawn(string race, int boat) => new(race, Id(boat), boat);

    public static OnCourseReport Afloat(int boat, int position, string race = Final) =>
        new(Id(boat), race, boat, $"FAMILY{boat} Given{boat}", $"Club {boat}", position, [0, 2, null], "12:00:01.000", null, 4_200, 200);
}

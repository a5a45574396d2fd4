using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Contests;

/// <summary>A contest in which some things have happened, and what happens next.</summary>
internal sealed class ContestScenario
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContestModel model = new();

    private ContestScenario() => Log = model.Initial(new ChannelId("contest", "fd"));

    public ContestLog Log { get; }

    /// <summary>A contest in which all of <paramref name="past"/> was accepted.</summary>
    public static ContestScenario Given(params ContestCommand[] past)
    {
        var scenario = new ContestScenario();
        foreach (var command in past)
        {
            scenario.When(command).Accepts();
        }

        return scenario;
    }

    public Happening When(ContestCommand command)
    {
        (_, var decision, var updates) = model.Take(Log, command);
        return new Happening(this, decision, updates);
    }

    public LogEntry Entry(int number) => Log.Entries[number] ?? throw new InvalidOperationException($"There is no entry {number}.");

    public IEnumerable<LogEntry> Entries => Log.Entries.All;

    public string Full() => JsonNode.Parse(model.Full(Log, Noon).Span)!.ToJsonString();

    /// <summary>A contest that anybody may log in.</summary>
    public static CreateContest Contest(
        ContestRuleSet? rules = null, bool open = true, int power = 1, DateTimeOffset? startsAt = null, DateTimeOffset? endsAt = null) =>
        new(new ContestDraft("Club night", rules ?? new() { Name = "GENERAL" }, startsAt, endsAt, open, power), Noon);

    public static LogQso Qso(
        string call = "K1ABC",
        string? band = "20",
        string mode = "CW",
        string time = "12:00",
        string station = "W1AW",
        string? op = null,
        string? exchange = null,
        Caller? caller = null) =>
        Qso(
            new QsoDraft
            {
                Callsign = call,
                Band = band,
                Mode = mode,
                QsoDate = "2026-01-24",
                QsoTime = time,
                StationId = station,
                OperatorCallsign = op,
                Exchange = exchange,
            },
            caller);

    public static LogQso Qso(QsoDraft draft, Caller? caller = null, DateTimeOffset? at = null) =>
        new(caller ?? Caller.Anonymous, draft, at ?? Noon);

    public static EditQso Edit(int number, QsoDraft values, params string[] fields) =>
        new(Caller.Anonymous, $"fd.{number}", new QsoEdit(fields, values), Noon.AddMinutes(1));

    public static DeleteQso Delete(int number) => new(Caller.Anonymous, $"fd.{number}", Noon.AddMinutes(2));

    public static MergeQsos Merge(int primary, params int[] duplicates) =>
        new(Caller.Anonymous, $"fd.{primary}", [.. duplicates.Select(number => $"fd.{number}")], "same contact", Noon.AddMinutes(3));
}

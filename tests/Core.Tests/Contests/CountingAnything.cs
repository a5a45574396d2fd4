using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

/// <summary>Whatever is logged, edited, deleted and merged. A failure names the seed with which it comes again.</summary>
public sealed class CountingAnything
{
    private static readonly ContestModel model = new();

    [Fact]
    public void Leaves_every_figure_equal_to_a_recount_from_the_log() => ForAnyNight(night =>
    {
        var scenario = Given(night.Contest);
        DateTimeOffset? lastUpdated = null;
        foreach (var command in night.Commands)
        {
            lastUpdated = scenario.When(command).Events.Count > 0 ? command.At : lastUpdated;
            AssertRecounted(scenario, lastUpdated);
        }
    });

    [Fact]
    public void Keeps_a_spectator_who_applies_every_update_at_the_full_state() => ForAnyNight(night =>
    {
        var scenario = Given(night.Contest);
        var spectator = new Spectator(model.Full(scenario.Log, Noon));
        foreach (var command in night.Commands)
        {
            spectator.See(scenario.When(command).Updates);
            Assert.Equal(Spectator.Shows(model.Full(scenario.Log, Noon)), spectator.Shows());
            Assert.Equal(scenario.Log.Statistics().Mults, spectator.Multipliers ?? 0);
            Assert.Equal(
                scenario.Entries.Select(entry => Json(entry, ContestJson.Default.LogEntry)).Order(StringComparer.Ordinal),
                spectator.Entries.Values.Select(entry => entry.ToJsonString()).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Does_nothing_when_it_is_asked_again() => ForAnyNight(night =>
    {
        var scenario = Given(night.Contest);
        foreach (var command in night.Commands.Where(command => command is not DeleteQso))
        {
            var first = scenario.When(command);
            if (!first.IsRefused)
            {
                var again = scenario.When(command);
                again.ChangesNothing();
                Assert.Equal(AnswerOf(first), AnswerOf(again));
            }
        }
    });

    [Fact]
    public void Comes_back_the_same_from_the_journal() => ForAnyNight(night =>
    {
        var (log, journal) = Run(night);
        Assert.Equal(Everything(log), Everything(Replay(model.Initial(Id), journal)));
    });

    [Fact]
    public void Goes_on_from_a_snapshot_as_it_would_have_without() => ForAnyNight(night =>
    {
        var log = Given(night.Contest).Log;
        foreach (var command in night.Commands)
        {
            var restored = model.ReadSnapshot(Id, Snapshot(log));
            Assert.Equal(Everything(log), Everything(restored));
            Assert.Equal(Written(model.Decide(log, command)), Written(model.Decide(restored, command)));
            Replay(log, [Written(model.Decide(log, command))]);
        }
    });

    private static ChannelId Id => new("contest", "fd");

    private static void ForAnyNight(Action<RandomNight> holds) =>
        Prop.ForAll(RandomNight.Arbitrary, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(50));

    private static void AssertRecounted(ContestScenario scenario, DateTimeOffset? lastUpdated)
    {
        var (log, entries) = (scenario.Log, scenario.Entries.ToArray());
        var recount = new Recount(log.Card!, entries);
        Assert.Equal(recount.Dupes(), entries.Where(entry => entry.IsDupe).Select(entry => entry.Id));
        Assert.All(entries, entry => Assert.Equal(recount.PointsOf(entry), entry.Points));
        Assert.Equal(recount.Primaries(), entries.Where(entry => entry.MergeStatus == MergeStatus.Primary).Select(entry => entry.Id));
        AssertSame(recount.Aggregates().ToArray(), log.Aggregates(null, null), ContestJson.Default.IReadOnlyListLogAggregate);
        AssertSame(recount.Scoreboard().ToArray(), log.Scoreboard(), ContestJson.Default.IReadOnlyListScoreboardRow);
        AssertSame(recount.Statistics(entries.Length > 0 ? lastUpdated : null), log.Statistics(), ContestJson.Default.ContestStatistics);
        AssertFull(recount, log);
        AssertSame(recount.Occupancy(Noon), log.BandOccupancy(Noon), ContestJson.Default.BandOccupancy);
        AssertSame(recount.Activity("K1XYZ"), log.OperatorActivity("K1XYZ"), ContestJson.Default.OperatorActivity);
    }

    /// <summary>What is written by hand is what the serializer would write.</summary>
    private static void AssertFull(Recount recount, ContestLog log)
    {
        using var full = JsonDocument.Parse(model.Full(log, Noon));
        string Part(string name) => full.RootElement.GetProperty(name).GetRawText();
        Assert.Equal(Json(recount.Aggregates().ToArray(), ContestJson.Default.IReadOnlyListLogAggregate), Part("aggregates"));
        Assert.Equal(Json(recount.Scoreboard().ToArray(), ContestJson.Default.IReadOnlyListScoreboardRow), Part("scoreboard"));
        Assert.Equal(Json(recount.Occupancy(Noon), ContestJson.Default.BandOccupancy), Part("bandOccupancy"));
    }

    private static void AssertSame<T>(T expected, T actual, JsonTypeInfo<T> type) => Assert.Equal(Json(expected, type), Json(actual, type));

    /// <summary>What an answer says, apart from whether it was said before.</summary>
    private static object AnswerOf(Happening happening) => happening.Answer switch
    {
        Logged logged => (logged.Entry, logged.DedupeKey),
        var answer => answer!,
    };

    private static (ContestLog Log, IReadOnlyList<byte[]> Journal) Run(RandomNight night)
    {
        var (scenario, journal) = (Given(), new List<byte[]>());
        foreach (var command in night.Commands.Prepend(night.Contest))
        {
            journal.Add(Written(scenario.When(command).Decision));
        }

        return (scenario.Log, journal);
    }

    private static byte[] Written(Decision<ContestEvent> decision)
    {
        var body = new ArrayBufferWriter<byte>();
        model.WriteEvents(decision.Events, body);
        return body.WrittenSpan.ToArray();
    }

    private static ContestLog Replay(ContestLog log, IEnumerable<byte[]> journal) =>
        journal.SelectMany(record => model.ReadEvents(record)).Aggregate(log, model.Evolve);

    private static string Everything(ContestLog log) => string.Join(
        '\n',
        Encoding.UTF8.GetString(model.Full(log, Noon).Span),
        Json(log.Statistics(), ContestJson.Default.ContestStatistics),
        Encoding.UTF8.GetString(Snapshot(log).Span));

    private static ReadOnlyMemory<byte> Snapshot(ContestLog log)
    {
        var snapshot = new ArrayBufferWriter<byte>();
        model.TakeSnapshot(log)(snapshot);
        return snapshot.WrittenMemory;
    }

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}

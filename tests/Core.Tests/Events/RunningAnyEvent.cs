using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Testing;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>Whatever is imported, pushed, corrected and withdrawn, in both strategies. A failure names the seed with which it comes again.</summary>
public sealed class RunningAnyEvent
{
    private static readonly EventModel model = new();

    private static ChannelId Channel => new("event", "spring");

    [Fact]
    public void Keeps_every_spectator_at_the_full_state_whenever_they_came() => ForAnyEvent(random =>
    {
        var scenario = Begin(random);
        var spectators = new List<EventClient>();
        foreach (var (i, command) in random.Commands.Index())
        {
            spectators.AddRange(i % 5 == 0 ? [new EventClient(model.Full(scenario.Live, command.At))] : []);
            var happening = scenario.When(command);
            foreach (var spectator in spectators)
            {
                Tell(spectator, happening, scenario.Live, command.At);
                Assert.Equal(EventClient.Shows(model.Full(scenario.Live, command.At)), spectator.Shows());
            }
        }
    });

    [Fact]
    public void Shows_by_every_query_what_the_full_state_shows() => ForAnyEvent(random =>
    {
        var scenario = Run(random);
        var full = scenario.Full();
        foreach (var race in scenario.Live.Index.Races)
        {
            var lines = scenario.Live.ResultsOf(race, null, detailed: true).Results.Select(line => line with { Detail = null });
            Assert.Equal(lines, scenario.Lines(race.RaceId));
            Assert.Equal(lines.Count(), full["results"]![race.RaceId]!.AsArray().Count);
        }
    });

    [Fact]
    public void Ranks_every_race_that_it_ranks_by_totals_alone() => ForAnyEvent(random =>
    {
        var scenario = Run(random);
        foreach (var race in scenario.Live.Index.Races.Where(race => race.Name is { IsOneOfTwo: true }))
        {
            AssertRanked(scenario.Lines(race.RaceId), line => line.TwoRuns!.TotalTotal);
        }

        foreach (var race in scenario.Live.Index.Races.Where(race => scenario.Live.Results.EntriesOf(race.RaceId).Any(entry => entry.Pushed is not null)))
        {
            AssertRanked(scenario.Lines(race.RaceId), line => line.TwoRuns is { } runs ? runs.TotalTotal : line.Status is null ? line.Total : null);
        }
    });

    [Fact]
    public void Does_nothing_when_it_is_asked_again() => ForAnyEvent(random =>
    {
        var scenario = Begin(random);
        foreach (var command in random.Commands.Where(command => command is not ChangeStatus))
        {
            var first = scenario.When(command);
            var again = scenario.When(command);
            Assert.Equal((first.Decision.Answer, first.Decision.Refusal?.Code), (again.Decision.Answer, again.Decision.Refusal?.Code));
            Assert.True(again.Events.Count == 0 || again.Decision.IsPassing);
        }
    });

    /// <summary>Under push-wins nothing but a push, or an export that says something never heard before, changes a pushed outcome.</summary>
    [Fact]
    public void Never_goes_back_to_what_was_asserted_before_a_push() => ForAnyEvent(random =>
    {
        var scenario = Begin(random with { Strategy = MergeStrategy.PushWins });
        foreach (var command in random.Commands)
        {
            var before = scenario.Live.Results.Entries.Where(entry => entry.Pushed is not null)
                .Select(entry => (entry.RaceId, entry.ParticipantId, entry.Run, Earlier: entry.Earlier.ToArray())).ToArray();
            scenario.When(command);
            foreach (var (raceId, participantId, run, earlier) in command is ImportExport ? before : [])
            {
                if (scenario.Live.Results.Find(raceId, participantId) is { } entry && scenario.Live.Index.Has(raceId, participantId))
                {
                    Assert.True(entry.Run.SaysSameAs(run) || !Array.Exists(earlier, entry.Run.SaysSameAs), $"{run} became {entry.Run}");
                    Assert.True(entry.Run.HasOutcome || !run.HasOutcome, $"{run} is gone");
                }
            }
        }
    });

    [Fact]
    public void Comes_back_the_same_from_the_journal() => ForAnyEvent(random =>
    {
        var (scenario, journal) = (Begin(random), new List<byte[]>());
        journal.AddRange(Past(random).SelectMany(command => Written(Given(Past(random).TakeWhile(past => past != command).ToArray()).When(command).Decision)));
        foreach (var command in random.Commands)
        {
            journal.AddRange(Written(scenario.When(command).Decision));
        }

        var replayed = journal.SelectMany(record => model.ReadEvents(record)).Aggregate(model.Initial(Channel), model.Evolve);
        Assert.Equal(Everything(scenario.Live), Everything(replayed));
    });

    [Fact]
    public void Goes_on_from_a_snapshot_as_it_would_have_without() => ForAnyEvent(random =>
    {
        var scenario = Begin(random);
        foreach (var command in random.Commands)
        {
            var restored = model.ReadSnapshot(Channel, Snapshot(scenario.Live));
            Assert.Equal(Everything(scenario.Live), Everything(restored));
            if (command is not PushOnCourse)
            {
                Assert.Equal(Written(model.Decide(scenario.Live, command)), Written(model.Decide(restored, command)));
            }

            scenario.When(command);
        }
    });

    private static void ForAnyEvent(Action<RandomEvent> holds) =>
        Prop.ForAll(RandomEvent.Arbitrary, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(30));

    private static EventCommand[] Past(RandomEvent random) => [random.Create, .. Created(EventStatus.Running).Skip(1)];

    private static EventScenario Begin(RandomEvent random) => Given(Past(random));

    private static EventScenario Run(RandomEvent random)
    {
        var scenario = Begin(random);
        foreach (var command in random.Commands)
        {
            scenario.When(command);
        }

        return scenario;
    }

    /// <summary>The updates, and then what is only of the moment: it is sent when it has changed, be it by time alone.</summary>
    private static void Tell(EventClient spectator, Happening happening, LiveEvent live, DateTimeOffset at)
    {
        foreach (var update in happening.Updates)
        {
            spectator.See(update, () => model.Full(live, at));
        }

        foreach (var moment in model.Moments(live, at))
        {
            spectator.See(moment);
        }
    }

    private static void AssertRanked(IReadOnlyList<PublicResult> lines, Func<PublicResult, int?> total)
    {
        var totals = lines.Select(total).OfType<int>().ToArray();
        foreach (var line in lines)
        {
            Assert.Equal(total(line) is { } own ? totals.Count(other => other < own) + 1 : null, line.Rnk);
            Assert.Equal(total(line) is { } behind ? Ranking.Text(behind - totals.Min()) : null, line.TotalBehind);
        }
    }

    private static IEnumerable<byte[]> Written(Decision<EventFact> decision)
    {
        if (decision.Events.Count == 0 || decision.IsPassing)
        {
            return [];
        }

        var body = new ArrayBufferWriter<byte>();
        model.WriteEvents(decision.Events, body);
        return [body.WrittenSpan.ToArray()];
    }

    /// <summary>All but who is on the course.</summary>
    private static string Everything(LiveEvent live) => string.Join(
        '\n', Encoding.UTF8.GetString(model.Full(live, Noon.AddDays(1)).Span), Encoding.UTF8.GetString(Snapshot(live).Span));

    private static ReadOnlyMemory<byte> Snapshot(LiveEvent live)
    {
        var snapshot = new ArrayBufferWriter<byte>();
        model.TakeSnapshot(live)(snapshot);
        return snapshot.WrittenMemory;
    }
}

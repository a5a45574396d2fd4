using OrleansContest.Channels;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class HoldingTheKey
{
    private static readonly DateTimeOffset first = new(2026, 6, 17, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset last = new(2026, 7, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Opens_the_event_within_its_days()
    {
        Given(Create).When(new Admit(Key, first)).Accepts();
        Given(Create).When(new Admit(Key, last)).Accepts();
    }

    [Fact]
    public void Does_not_open_it_before_or_after()
    {
        Given(Create).When(new Admit(Key, first.AddMilliseconds(-1))).Refuses(new("Unauthorized", "API key is not valid before 2026-06-17T00:00:00.000Z"));
        Given(Create).When(new Admit(Key, last.AddMilliseconds(1))).Refuses(new("Unauthorized", "API key expired at 2026-07-03T00:00:00.000Z"));
    }

    [Fact]
    public void Is_bound_by_nothing_when_the_days_are_not_known() =>
        Given(Create with { Draft = new EventDraft("Spring Slalom") }).When(new Admit(Key, last.AddYears(5))).Accepts();

    [Fact]
    public void Cannot_be_stretched_by_an_export_that_tells_other_days()
    {
        var export = Export() with { Details = Export().Details! with { StartDate = new(2030, 1, 1), EndDate = new(2030, 1, 2) } };
        var scenario = Given(Create, Import(export));

        Assert.Equal(new DateOnly(2030, 1, 1), scenario.Live.Card().StartDate);
        Assert.Equal(last, scenario.Live.Card().Validity.ValidUntil);
        scenario.When(new Admit(Key, new(2029, 12, 31, 0, 0, 0, TimeSpan.Zero))).RefusesBecause("Unauthorized", "expired");
    }

    [Fact]
    public void Is_wanted_for_everything_but_creating_and_deleting()
    {
        KeyedCommand[] commands =
        [
            new Admit(Key, Noon),
            Go(EventStatus.Startlist),
            new ConfigureEvent(Key, new(), Noon),
            Import(Export()),
            Push(),
            OnCourse(Noon),
        ];
        foreach (var command in commands)
        {
            Given(Create).When(By(command, Caller.WithKey(new string('b', 64)))).Refuses(EventRefusals.WrongKey);
            Given(Create).When(By(command, Caller.Anonymous)).Refuses(EventRefusals.NoKey);
            Given(Create).When(By(command, Caller.WithToken(KeyHash))).Refuses(EventRefusals.NoKey);
        }
    }

    [Fact]
    public void Is_not_needed_by_whoever_has_the_master_key() =>
        Given(Create).When(new Admit(Caller.Trusted, last.AddYears(1))).Accepts();

    private static EventCommand By(KeyedCommand command, Caller caller) => command switch
    {
        Admit => new Admit(caller, Noon),
        ChangeStatus c => c with { Caller = caller },
        ConfigureEvent c => c with { Caller = caller },
        ImportExport c => c with { Caller = caller },
        PushResults c => c with { Caller = caller },
        PushOnCourse c => c with { Caller = caller },
        _ => throw new ArgumentException("There is no such command.", nameof(command)),
    };
}

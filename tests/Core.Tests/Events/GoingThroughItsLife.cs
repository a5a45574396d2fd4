using System.Text.Json.Nodes;
using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>The contract's table of states, row by row.</summary>
public sealed class GoingThroughItsLife
{
    private static readonly Dictionary<string, (string[] Next, bool Xml, bool OnCourse, bool Results)> table = new()
    {
        ["draft"] = (["startlist"], true, false, false),
        ["startlist"] = (["running", "draft"], true, false, false),
        ["running"] = (["finished"], true, true, true),
        ["finished"] = (["official", "running"], true, false, true),
        ["official"] = ([], false, false, false),
    };

    public static TheoryData<EventStatus, EventStatus> Steps
    {
        get
        {
            var steps = new TheoryData<EventStatus, EventStatus>();
            foreach (var from in Enum.GetValues<EventStatus>())
            {
                foreach (var to in Enum.GetValues<EventStatus>())
                {
                    steps.Add(from, to);
                }
            }

            return steps;
        }
    }

    public static TheoryData<EventStatus> States => [.. Enum.GetValues<EventStatus>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Takes_the_steps_of_the_table_and_no_others(EventStatus from, EventStatus to)
    {
        var (was, wanted) = (LifeCycle.Word(from), LifeCycle.Word(to));
        var step = Given(Created(from)).When(Go(to) with { At = Noon.AddMinutes(5) });
        if (table[was].Next.Contains(wanted))
        {
            Assert.Equal(new StatusChange("spring", from, to, Noon.AddMinutes(5)), step.Answers<StatusChange>());
            step.Shows("diff");
            Assert.Equal($$"""{"status":"{{wanted}}"}""", step.Data().ToJsonString());
        }
        else
        {
            step.RefusesBecause("InvalidTransition", $"Cannot go from '{was}' to '{wanted}'");
            Assert.Equal(table[was].Next, step.Decision.Refusal!.Details);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Takes_in_what_the_table_says(EventStatus status)
    {
        var word = LifeCycle.Word(status);
        EventCommand[] imported = [Create, Import(Export()), .. Created(status).Skip(1)];
        void Holds(bool isTaken, string type, EventCommand command)
        {
            var happening = Given(imported).When(command);
            if (isTaken)
            {
                happening.Accepts();
            }
            else
            {
                happening.Refuses(new("Forbidden", $"Data type '{type}' not accepted in '{word}' state"));
            }
        }

        Holds(table[word].Xml, "xml", Import(Export(Start(Final, 1))));
        Holds(table[word].OnCourse, "oncourse", OnCourse(Noon, Afloat(1, 1)));
        Holds(table[word].Results, "results", Push(Report(Final, 1, 9_000)));
    }

    [Fact]
    public void Has_a_row_for_every_state() => Assert.Equal(table.Keys, Enum.GetValues<EventStatus>().Select(LifeCycle.Word));

    [Fact]
    public void Tells_in_the_full_state_and_on_the_card_where_it_is()
    {
        var scenario = Given([.. Created(EventStatus.Startlist), Go(EventStatus.Running) with { At = Noon.AddHours(2) }]);

        Assert.Equal("running", (string?)scenario.Full()["event"]!["status"]);
        Assert.Equal((EventStatus.Running, Noon.AddHours(2)), (scenario.Live.Card().Status, scenario.Live.Card().StatusChangedAt));
    }

    [Fact]
    public void Ends_with_a_message_that_closes_it_and_can_begin_anew_from_nothing()
    {
        var scenario = Given([.. Going(EventStatus.Running, Ran(Final, 1, 9_000)), Push(Report(Final, 2, 8_000)), OnCourse(Noon, Afloat(3, 1))]);
        var deleted = scenario.When(new DeleteEvent(Noon));
        deleted.Shows("deleted");
        Assert.Equal("spring", deleted.Answers<EventCard>().EventId);
        scenario.When(new DeleteEvent(Noon)).Refuses(EventRefusals.EventNotFound);

        var anew = scenario.When(Create);
        anew.Shows("full");
        Assert.Equal((0, 0, 0), (Count(anew.Data(), "races"), Count(anew.Data(), "oncourse"), anew.Data()["results"]!.AsObject().Count));
        Assert.False(anew.Answers<EventCard>().HasXmlData);
    }

    private static int Count(JsonNode full, string part) => full[part]!.AsArray().Count;
}

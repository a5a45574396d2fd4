using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>The compiler does not check that the table is complete: this walks every state and every command there is.</summary>
public sealed class AnsweringEveryCommand
{
    private static readonly ExportedResult[] results = [Ran(Final, 1, 9_000), Start(Final, 2), Ran(Run1, 1, 8_000), Out(Run2, 1, "DNF")];

    private static readonly Dictionary<string, EventCommand[]> states = new()
    {
        ["not created"] = [],
        ["deleted"] = [.. Going(EventStatus.Running, results), new DeleteEvent(Noon)],
        ["created anew"] = [.. Going(EventStatus.Running, results), new DeleteEvent(Noon), Create],
        ["running without an export"] = Created(EventStatus.Running),
        ["running with pushes"] = [.. Going(EventStatus.Running, results), Push(Report(Final, 2, 8_900)), OnCourse(Noon, Afloat(2, 1))],
        ["draft"] = Going(EventStatus.Draft, results),
        ["startlist"] = Going(EventStatus.Startlist, results),
        ["running"] = Going(EventStatus.Running, results),
        ["finished"] = Going(EventStatus.Finished, results),
        ["official"] = [Create, Import(Export(results)), .. Enumerable.Range(1, 4).Select(step => Go((EventStatus)step))],
    };

    private static readonly EventCommand[] commands =
    [
        Create,
        new DeleteEvent(Noon),
        new Admit(Key, Noon),
        Go(EventStatus.Running),
        new ConfigureEvent(Key, new(MaxConnections: 20), Noon),
        Import(Export(Ran(Final, 1, 9_100))),
        Push(Report(Final, 1, 9_050)),
        OnCourse(Noon, Afloat(1, 1)),
    ];

    [Fact]
    public void Walks_every_command_there_is() => Assert.Equal(
        typeof(EventCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(EventCommand)) && !type.IsAbstract).OrderBy(type => type.Name),
        commands.Select(command => command.GetType()).OrderBy(type => type.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Accepts_or_refuses_and_never_both(string state, string command)
    {
        var happening = Given(states[state]).When(commands.Single(each => each.GetType().Name == command));

        Assert.Equal(happening.IsRefused, happening.Decision.Answer is null);
        Assert.True(!happening.IsRefused || happening.Events.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Has_the_same_outcome_when_it_is_asked_again(string state, string command)
    {
        var scenario = Given(states[state]);
        var asked = commands.Single(each => each.GetType().Name == command);
        var first = scenario.When(asked);
        if (first.IsRefused || asked is DeleteEvent or ChangeStatus)
        {
            return;
        }

        var again = scenario.When(asked);
        Assert.Equal(first.Decision.Answer, again.Decision.Answer);
        Assert.True(again.Events.Count == 0 || again.Decision.IsPassing);
        Assert.Empty(again.Updates);
    }

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var state in states.Keys)
            {
                foreach (var command in commands)
                {
                    pairs.Add(state, command.GetType().Name);
                }
            }

            return pairs;
        }
    }
}

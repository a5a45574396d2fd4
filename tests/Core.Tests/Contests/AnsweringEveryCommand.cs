using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

/// <summary>The compiler does not check that the table is complete: this walks every state and every command there is.</summary>
public sealed class AnsweringEveryCommand
{
    private static readonly string hash = new('a', 64);

    private static readonly Dictionary<string, ContestCommand[]> states = new()
    {
        ["not created"] = [],
        ["closed"] = [Contest(open: false)],
        ["open and empty"] = [Contest()],
        ["with a session"] = [Contest(), new OpenSession(Caller.Anonymous, new("s1", hash, "K1XYZ", "W1AW"), Noon)],
        ["with dupes"] = [Contest(), Qso(), Qso(time: "12:30")],
        ["merged"] = [Contest(), Qso(), Qso(station: "B"), Merge(1, 2)],
        ["emptied"] = [Contest(), Qso(), Delete(1)],
    };

    private static readonly ContestCommand[] commands =
    [
        Contest(),
        new AddKey(hash, Noon),
        new OpenSession(Caller.Anonymous, new("s2", hash, "K1XYZ", "W1AW"), Noon),
        new Admit(Caller.Anonymous, Noon),
        Qso(time: "12:45"),
        Edit(1, new() { Callsign = "K9ZZ" }, "callsign"),
        Delete(1),
        Merge(1, 2),
        new KeepHeaders(Caller.Anonymous, new("W1AW", []), Noon),
    ];

    [Fact]
    public void Walks_every_command_there_is() => Assert.Equal(
        typeof(ContestCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ContestCommand)) && !type.IsAbstract).OrderBy(type => type.Name),
        commands.Select(command => command.GetType()).OrderBy(type => type.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Accepts_or_refuses_and_never_both(string state, string command)
    {
        var happening = Given(states[state]).When(commands.Single(each => each.GetType().Name == command));

        Assert.NotEqual(happening.Answer is null, happening.Decision.Refusal is null);
        Assert.True(!happening.IsRefused || happening.Events.Count == 0);
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

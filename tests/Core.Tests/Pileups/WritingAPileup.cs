using System.Buffers;
using OrleansContest.Channels;
using OrleansContest.Pileups;
using static OrleansContest.Tests.Pileups.PileupScenario;

namespace OrleansContest.Tests.Pileups;

/// <summary>Walks every command: the compiler does not check that the tables are complete.</summary>
public sealed class WritingAPileup
{
    private static readonly PileupCommand[] commands =
    [
        new SetStatus(true, "op", Noon),
        new SetStatus(true, "op", Noon.AddMinutes(1)),
        Call("W1AW"),
        Call("K1ABC", new("K1ABC", "Ann", "Town", "USA", "https://example.org/a.jpg", null)),
        Call("EI6LF"),
        Call("DL1ABC"),
        new Describe(CallerProfile.Unknown("W1AW", "not found"), Noon),
        new AnnounceFrequency("14.205", Noon),
        new AnnounceSplit("UP 5", Noon),
        new TakeNext(Noon),
        new CompleteContact(Noon),
        new LogDirectly(new("K1ABC", null, null, null, null), CallerProfile.Unknown("K1ABC"), Noon),
        new RemoveCaller("EI6LF", Noon),
        new AllowLoggedContacts(false, Noon),
        new Resize(10, Noon),
        new ClearQueue(Noon),
        Log("W1AW"),
    ];

    [Fact]
    public void Walks_every_command_there_is() => Assert.Equal(
        typeof(PileupCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PileupCommand))).OrderBy(type => type.Name),
        commands.Select(command => command.GetType()).Distinct().OrderBy(type => type.Name));

    [Fact]
    public void Walks_every_event_there_is() => Assert.Equal(
        typeof(PileupEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PileupEvent))).OrderBy(type => type.Name),
        Walk().SelectMany(step => step.Events).Select(@event => @event.GetType()).Distinct().OrderBy(type => type.Name));

    [Fact]
    public void Reads_back_what_it_wrote_after_every_step()
    {
        var replayed = Model.Initial(new ChannelId("pileup", "default"));
        foreach (var (events, full) in Walk())
        {
            replayed = Model.ReadEvents(Written(output => Model.WriteEvents(events, output))).Aggregate(replayed, Model.Evolve);
            replayed = Model.ReadSnapshot(new ChannelId("pileup", "default"), Written(Model.TakeSnapshot(replayed)));

            Assert.Equal(full, Shown(replayed));
        }
    }

    [Fact]
    public void Shows_a_spectator_who_keeps_the_latest_of_each_name_all_there_is()
    {
        var scenario = Given();
        var shown = scenario.Full();
        foreach (var command in commands)
        {
            var happening = scenario.When(command);
            foreach (var (update, index) in happening.Updates.Select((update, index) => (update, index)))
            {
                shown[update.Type] = happening.Data(index);
            }

            Assert.Equal(Shown(scenario.Pileup), shown.ToJsonString());
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""[{"type":"nonsense"}]""")]
    [InlineData("{")]
    public void Says_what_is_not_a_pileups(string record) =>
        Assert.Throws<FormatException>(() => Model.ReadEvents(System.Text.Encoding.UTF8.GetBytes(record)));

    private static List<(IReadOnlyList<PileupEvent> Events, string Full)> Walk()
    {
        var scenario = Given();
        return [.. commands.Select(command => (scenario.When(command).Decision.Events, Shown(scenario.Pileup)))];
    }

    private static string Shown(Pileup pileup) => System.Text.Encoding.UTF8.GetString(Model.Full(pileup, Noon).Span);

    private static ReadOnlyMemory<byte> Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenMemory;
    }
}

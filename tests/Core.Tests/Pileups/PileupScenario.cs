using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Pileups;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Pileups;

/// <summary>A pileup in which some things have happened, and what happens next.</summary>
internal sealed class PileupScenario
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 24, 12, 0, 0, TimeSpan.Zero);

    public static readonly PileupModel Model = new();

    private PileupScenario() => Pileup = Model.Initial(new ChannelId("pileup", "default"));

    public Pileup Pileup { get; private set; }

    public IEnumerable<string> Waiting => Pileup.Queue.Select(caller => caller.Callsign);

    /// <summary>A pileup in which all of <paramref name="past"/> was accepted.</summary>
    public static PileupScenario Given(params PileupCommand[] past)
    {
        var scenario = new PileupScenario();
        foreach (var command in past)
        {
            scenario.When(command).Accepts();
        }

        return scenario;
    }

    /// <summary>An open pileup in which these wait.</summary>
    public static PileupScenario Active(params string[] callers) =>
        Given([new SetStatus(true, "op", Noon), .. callers.Select(caller => (PileupCommand)Call(caller))]);

    public static Register Call(string callsign, CallerProfile? profile = null) =>
        new(callsign, profile ?? CallerProfile.Unknown(callsign), Noon);

    public static LogDirectly Log(string callsign) =>
        new(new ContactDraft(callsign, 14.2715m, "SSB", "logger", "callsign_finalized"), CallerProfile.Unknown(callsign), Noon);

    public Happening When(PileupCommand command)
    {
        (Pileup, var decision, var updates) = Model.Take(Pileup, command);
        return new Happening(this, decision, updates);
    }

    public JsonNode Full() => JsonNode.Parse(Model.Full(Pileup, Noon).Span)!;
}

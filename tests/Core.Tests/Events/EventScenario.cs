using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Events;

/// <summary>An event in which some things have happened, and what happens next.</summary>
internal sealed class EventScenario
{
    private static readonly EventModel model = new();

    private EventScenario() => Live = model.Initial(new ChannelId("event", "spring"));

    public LiveEvent Live { get; }

    /// <summary>An event in which all of <paramref name="past"/> was accepted.</summary>
    public static EventScenario Given(params EventCommand[] past)
    {
        var scenario = new EventScenario();
        foreach (var command in past)
        {
            scenario.When(command).Accepts();
        }

        return scenario;
    }

    public Happening When(EventCommand command)
    {
        (_, var decision, var updates) = model.Take(Live, command);
        return new Happening(this, decision, updates);
    }

    /// <summary>The lines of a race.</summary>
    public IReadOnlyList<PublicResult> Lines(string raceId, bool detailed = false) =>
        Live.ResultsOf(Live.Index.FindRace(raceId)!, null, detailed).Results;

    /// <summary>The line of one boat in a race.</summary>
    public PublicResult Line(string raceId, int boat, bool detailed = false) => Lines(raceId, detailed).Single(line => line.Bib == boat);

    public JsonNode Full(DateTimeOffset? at = null) => JsonNode.Parse(model.Full(Live, at ?? Venue.Noon).Span)!;
}

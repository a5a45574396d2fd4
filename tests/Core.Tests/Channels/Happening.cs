using System.Text.Json.Nodes;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>What a command did to a channel, as its rules have it.</summary>
/// <param name="scenario">The channel, to go on with.</param>
/// <param name="decision">What the rules said.</param>
/// <param name="updates">What spectators see of it.</param>
internal class Happening<TScenario, TEvent>(TScenario scenario, Decision<TEvent> decision, IReadOnlyList<UpdateDraft> updates)
{
    public Decision<TEvent> Decision => decision;

    public IReadOnlyList<TEvent> Events => decision.Events;

    public IReadOnlyList<UpdateDraft> Updates => updates;

    public bool IsRefused => decision.Refusal is not null;

    public TScenario Accepts()
    {
        Assert.Null(decision.Refusal);
        return scenario;
    }

    public T Answers<T>()
        where T : class
    {
        Accepts();
        return Assert.IsType<T>(decision.Answer);
    }

    public void Refuses(Refusal refusal)
    {
        Assert.Equal((refusal.Code, refusal.Message), (decision.Refusal?.Code, decision.Refusal?.Message));
        Assert.Equal(refusal.Details, decision.Refusal?.Details);
        Assert.Empty(decision.Events);
    }

    /// <summary>Accepted, and nothing changed.</summary>
    public TScenario ChangesNothing()
    {
        Assert.Empty(decision.Events);
        return Accepts();
    }

    public TScenario Shows(params string[] types)
    {
        Assert.Equal(types, updates.Select(update => update.Type));
        return Accepts();
    }

    /// <summary>What an update says; null where that is JSON's null.</summary>
    public JsonNode Data(int update = 0) => JsonNode.Parse(updates[update].Data.Span)!;
}

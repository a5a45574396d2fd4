using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Tests.Events;

/// <summary>What a command did to an event.</summary>
internal sealed class Happening(EventScenario scenario, Decision<EventFact> decision, IReadOnlyList<UpdateDraft> updates)
{
    public IReadOnlyList<EventFact> Facts => decision.Events;

    public IReadOnlyList<UpdateDraft> Updates => updates;

    public Decision<EventFact> Decision => decision;

    public bool IsRefused => decision.Refusal is not null;

    public EventScenario Accepts()
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

    /// <summary>Refuses for one reason, which begins with <paramref name="reason"/>.</summary>
    public void RefusesBecause(string code, string reason)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Contains(reason, decision.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    /// <summary>Accepted, and nothing changed.</summary>
    public EventScenario ChangesNothing()
    {
        Assert.Empty(decision.Events);
        return Accepts();
    }

    public void Shows(params string[] types) => Assert.Equal(types, updates.Select(update => update.Type));

    public JsonNode Data(int update = 0) => JsonNode.Parse(updates[update].Data.Span)!;
}

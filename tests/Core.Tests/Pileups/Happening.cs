using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Tests.Pileups;

/// <summary>What a command did to a pileup.</summary>
internal sealed class Happening(PileupScenario scenario, Decision<PileupEvent> decision, IReadOnlyList<UpdateDraft> updates)
{
    public Decision<PileupEvent> Decision => decision;

    public IReadOnlyList<UpdateDraft> Updates => updates;

    public PileupScenario Accepts()
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
        Assert.Equal(refusal, decision.Refusal);
        Assert.Empty(decision.Events);
    }

    /// <summary>Accepted, and nobody sees anything of it.</summary>
    public PileupScenario ChangesNothing()
    {
        Assert.Empty(decision.Events);
        return Accepts();
    }

    public PileupScenario Shows(params string[] types)
    {
        Assert.Equal(types, updates.Select(update => update.Type));
        return Accepts();
    }

    public JsonNode? Data(int update) => JsonNode.Parse(updates[update].Data.Span);
}

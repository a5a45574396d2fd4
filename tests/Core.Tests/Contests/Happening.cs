using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Tests.Contests;

/// <summary>What a command did to a contest.</summary>
internal sealed class Happening(ContestScenario scenario, Decision<ContestEvent> decision, IReadOnlyList<UpdateDraft> updates)
{
    public IReadOnlyList<ContestEvent> Events => decision.Events;

    public IReadOnlyList<UpdateDraft> Updates => updates;

    public Decision<ContestEvent> Decision => decision;

    public object? Answer => decision.Answer;

    public bool IsRefused => decision.Refusal is not null;

    public ContestScenario Accepts()
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
        Assert.StartsWith(reason, Assert.Single(decision.Refusal!.Details!), StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    public IReadOnlyList<string> Reasons() => decision.Refusal?.Details ?? [];

    /// <summary>Accepted, and nothing changed.</summary>
    public ContestScenario ChangesNothing()
    {
        Assert.Empty(decision.Events);
        return Accepts();
    }

    public void Shows(params string[] types) => Assert.Equal(types, updates.Select(update => update.Type));

    public JsonNode Data(int update) => JsonNode.Parse(updates[update].Data.Span)!;

    public JsonNode Beside(int update) => JsonNode.Parse([(byte)'{', .. updates[update].Beside.Span, (byte)'}'])!;

    /// <summary>The operators beside an update, and their contacts.</summary>
    public IEnumerable<(string?, int)> Operators(int update) =>
        Beside(update)["scoreboard"]!.AsArray().Select(row => ((string?)row!["operator"], (int)row["qsos"]!));
}

using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Contests;

/// <summary>What a command did to a contest.</summary>
internal sealed class Happening(ContestScenario scenario, Decision<ContestEvent> decision, IReadOnlyList<UpdateDraft> updates)
    : Happening<ContestScenario, ContestEvent>(scenario, decision, updates)
{
    public object? Answer => Decision.Answer;

    /// <summary>Refuses for one reason, which begins with <paramref name="reason"/>.</summary>
    public void RefusesBecause(string code, string reason)
    {
        Assert.Equal(code, Decision.Refusal?.Code);
        Assert.StartsWith(reason, Assert.Single(Decision.Refusal!.Details!), StringComparison.Ordinal);
        Assert.Empty(Events);
    }

    public IReadOnlyList<string> Reasons() => Decision.Refusal?.Details ?? [];

    public JsonNode Beside(int update) => JsonNode.Parse([(byte)'{', .. Updates[update].Beside.Span, (byte)'}'])!;

    /// <summary>The operators beside an update, and their contacts.</summary>
    public IEnumerable<(string?, int)> Operators(int update) =>
        Beside(update)["scoreboard"]!.AsArray().Select(row => ((string?)row!["operator"], (int)row["qsos"]!));
}

using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Events;

/// <summary>What a command did to an event.</summary>
internal sealed class Happening(EventScenario scenario, Decision<EventFact> decision, IReadOnlyList<UpdateDraft> updates)
    : Happening<EventScenario, EventFact>(scenario, decision, updates)
{
    /// <summary>Refuses for one reason, which holds <paramref name="reason"/>.</summary>
    public void RefusesBecause(string code, string reason)
    {
        Assert.Equal(code, Decision.Refusal?.Code);
        Assert.Contains(reason, Decision.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(Events);
    }
}

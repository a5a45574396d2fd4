using OrleansContest.Channels;
using OrleansContest.Matches;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Matches;

/// <summary>What a command did to a match.</summary>
internal sealed class Happening(MatchScenario scenario, Decision<MatchEvent> decision, IReadOnlyList<UpdateDraft> updates)
    : Happening<MatchScenario, MatchEvent>(scenario, decision, updates)
{
    public bool Accepted => !IsRefused;

    public void Is(BallotVerdict verdict, PlaceCount? place = null)
    {
        var outcome = Answers<BallotOutcome>();
        Assert.Equal((verdict, place), (outcome.Verdict, outcome.Place));
    }

    public void RefusesBecause(string reason)
    {
        Assert.StartsWith(reason, Assert.Single(Decision.Refusal!.Details!), StringComparison.Ordinal);
        Assert.Empty(Events);
    }
}

using OrleansContest.Channels;
using OrleansContest.Pileups;
using OrleansContest.Tests.Channels;

namespace OrleansContest.Tests.Pileups;

/// <summary>What a command did to a pileup.</summary>
internal sealed class Happening(PileupScenario scenario, Decision<PileupEvent> decision, IReadOnlyList<UpdateDraft> updates)
    : Happening<PileupScenario, PileupEvent>(scenario, decision, updates);

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>What a lying server does once, in the middle.</summary>
public enum Lie
{
    None,
    DropsAnUpdate,
    RepeatsAnUpdate,
    SwapsTwoUpdates,
    SaysAWrongPrev,
    ChangesTheEpoch,
    ShowsAnotherFigure,
    LosesAnEntry,
    CountsAnEntryTwice,
    GivesAnotherFullState,
    StopsTelling,
    SaysNoJson,
}

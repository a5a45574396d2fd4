namespace OrleansContest.Gateway.Pileups;

/// <summary>What every socket of the pileups shares.</summary>
internal sealed record PileupSocketTools(
    PileupAudience Audience,
    PileupFrames Frames,
    OperatorDoor Door,
    PileupOperations Operations,
    SystemOperations System,
    TimeProvider Clock,
    ILogger<PileupSocket> Logger);

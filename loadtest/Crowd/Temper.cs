namespace OrleansContest.LoadTest.Crowd;

/// <summary>How a spectator behaves.</summary>
internal enum Temper
{
    /// <summary>Reads what comes, at once. Only these are measured.</summary>
    Ordinary,

    /// <summary>Reads some two kilobytes a second.</summary>
    Slow,

    /// <summary>Reads nothing once it has the first state.</summary>
    Stalled,

    /// <summary>As an ordinary one, but not counted among them: looks what there is.</summary>
    Auditor,
}

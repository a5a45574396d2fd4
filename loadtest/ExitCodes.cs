namespace OrleansContest.LoadTest;

/// <summary>What a run's end means to a script.</summary>
internal static class ExitCodes
{
    /// <summary>It ran, and everybody was told the truth.</summary>
    public const int Clean = 0;

    /// <summary>Something was lost, counted twice, out of order or not so.</summary>
    public const int Breach = 1;

    /// <summary>It could not run, or not to the end.</summary>
    public const int CouldNotRun = 2;
}

namespace OrleansContest.Cli;

/// <summary>What a command's end means to a script.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It ran to the end, but some records were not taken.</summary>
    public const int SomeRejected = 1;

    /// <summary>It could not run, or not to the end. What it did before stays done.</summary>
    public const int CouldNotRun = 2;
}

namespace OrleansContest.Cli;

/// <summary>What a command's end means to a script.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It ran to the end, but not all went well: records were not taken, or processes were lost.</summary>
    public const int NotAll = 1;

    /// <summary>It could not run, or not to the end. What it did before stays done.</summary>
    public const int CouldNotRun = 2;
}

namespace OrleansContest.Testing;

/// <summary>How much a campaign does: a little in every run, all of it under <c>./contest test --long</c>.</summary>
public static class LongTests
{
    public static bool Asked { get; } = Environment.GetEnvironmentVariable("CONTEST_LONG") == "1";

    /// <summary>The number of rounds, or whatever else makes a campaign long.</summary>
    public static int Rounds(int always, int whenLong) => Asked ? whenLong : always;
}

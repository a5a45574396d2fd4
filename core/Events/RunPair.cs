namespace OrleansContest.Events;

/// <summary>One participant's two runs, and which of them counts: the lower clean one, the first if they are equal.</summary>
internal sealed class RunPair
{
    /// <summary>What figures may differ by and still be the same, 1/100 s: the timing software rounds.</summary>
    private const int Tolerance = 2;

    private readonly RunEntry? first;
    private readonly RunEntry? second;

    /// <param name="who">Who.</param>
    /// <param name="first">The first run; null when there is none.</param>
    /// <param name="second">The second run; null when there is none, but not both.</param>
    public RunPair(ExportedParticipant who, RunEntry? first, RunEntry? second)
    {
        (Who, this.first, this.second) = (who, first, second);
        var isPolluted = IsPolluted(first?.Run, second?.Run);
        Latest = isPolluted ? second!.Run with { Pen = null, Total = second.Run.Time } : Shown.Run;
        (Better, Total) = (first?.Run.CleanTotal, isPolluted ? null : second?.Run.CleanTotal) switch
        {
            ({ } one, { } two) when two < one => (2, two),
            ({ } one, _) => (1, one),
            (_, { } two) => (2, two),
            _ => ((int?)null, (int?)null),
        };
    }

    public ExportedParticipant Who { get; }

    /// <summary>The run that is shown first: the second one, where there is one.</summary>
    public RunEntry Shown => second ?? first!;

    /// <summary>The figures of that run, as far as they can be believed.</summary>
    public RunFigures Latest { get; }

    /// <summary>The first run, where it is not the one shown.</summary>
    public RunEntry? Previous => second is null ? null : first;

    /// <summary>Which run counts; null when neither is clean.</summary>
    public int? Better { get; }

    /// <summary>The total that counts.</summary>
    public int? Total { get; }

    public RunStatus? Status => Better is null ? Shown.Run.Status : null;

    /// <summary>
    /// Whether the second run came with the total of the first, as the timing software sends it on when the first was better:
    /// it does not add up with its own time, and is the first one's. Its penalty is not known then.
    /// </summary>
    private static bool IsPolluted(RunFigures? one, RunFigures? two) =>
        one is { CleanTotal: { } total1 }
        && two is { CleanTotal: { } total2, Time: { } time, Pen: { } pen }
        && Math.Abs(total2 - (time + pen)) > Tolerance
        && Math.Abs(total2 - total1) <= Tolerance;
}

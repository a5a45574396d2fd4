namespace OrleansContest.Events;

/// <summary>The four words for a run without a place, as every source writes them.</summary>
public static class RunStatuses
{
    /// <summary>What a source's word stands for; null for an empty one and for any other.</summary>
    /// <param name="word">In any case, with or without blanks around it.</param>
    public static RunStatus? Read(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "DNS" => RunStatus.DidNotStart,
        "DNF" => RunStatus.DidNotFinish,
        "DSQ" => RunStatus.Disqualified,
        "CAP" => RunStatus.Capsized,
        _ => null,
    };

    /// <summary>The contract's word.</summary>
    public static string? Word(RunStatus? status) => status switch
    {
        null => null,
        RunStatus.DidNotStart => "DNS",
        RunStatus.DidNotFinish => "DNF",
        RunStatus.Disqualified => "DSQ",
        _ => "CAP",
    };
}

namespace OrleansContest.Pileups;

/// <summary>How a contact came about: by its turn in the queue, or because the operator's logging program says so.</summary>
/// <param name="Source"><c>queue</c> when the caller had waited, <c>direct</c> when not.</param>
/// <param name="FrequencyMhz">Where, in MHz, as the logging program said; null when nobody said.</param>
/// <param name="Mode">The mode, as the logging program said.</param>
/// <param name="StartedVia">The logging program, by its own name; null when the operator took the next caller.</param>
/// <param name="TriggeredBy">What made the logging program say it.</param>
public sealed record ContactOrigin(string Source, decimal? FrequencyMhz, string? Mode, string? StartedVia, string? TriggeredBy)
{
    public const string Queue = "queue";

    public const string Direct = "direct";

    /// <summary>The caller's turn came.</summary>
    public static ContactOrigin Turn { get; } = new(Queue, null, null, null, null);
}

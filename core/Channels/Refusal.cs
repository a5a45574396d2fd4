namespace OrleansContest.Channels;

/// <summary>Why the rules said no. An answer, not a fault: never thrown, never logged as an error.</summary>
/// <param name="Code">Stable name; never reused for another meaning.</param>
/// <param name="Message">One sentence a person can act on.</param>
/// <param name="Details">The fields or reasons it concerns; null when the message says it all.</param>
public sealed record Refusal(string Code, string Message, IReadOnlyList<string>? Details = null)
{
    /// <summary>The channel has as much waiting as it may hold. Nothing was done; the same call may be made again in a moment.</summary>
    public static Refusal Busy { get; } = new("Busy", "Too much is waiting here; try again in a moment.");
}

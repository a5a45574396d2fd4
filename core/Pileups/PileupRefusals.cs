using OrleansContest.Channels;

namespace OrleansContest.Pileups;

/// <summary>Every reason for which a pileup says no, in the contract's words.</summary>
public static class PileupRefusals
{
    public static Refusal InvalidCallsign { get; } =
        new("InvalidCallsign", "Invalid callsign format. Must follow ITU standards (e.g., KC1ABC, W1AW)");

    public static Refusal Inactive { get; } = new("Inactive", "System is currently inactive. Registration is not available.");

    public static Refusal AlreadyQueued { get; } = new("AlreadyQueued", "Callsign already in queue");

    public static Refusal QueueFull { get; } = new("QueueFull", "Queue is full");

    public static Refusal NotQueued { get; } = new("NotQueued", "Callsign not found in queue");

    public static Refusal LoggedContactsNotAllowed { get; } =
        new("LoggedContactsNotAllowed", "Logger integration is disabled; enable it to begin contacts from a logging program");

    public static Refusal InvalidSize { get; } = new("InvalidSize", $"A queue holds 1 to {Pileup.LargestSize} callers");

    public static Refusal TooLong { get; } = new("TooLong", $"Text is limited to {PileupRules.MaxText} characters");
}

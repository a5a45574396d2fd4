namespace OrleansContest.Gateway.Pileups;

/// <summary>What the pileups' part of the gateway has to say. Never a password, nor a name that somebody tried.</summary>
internal static partial class PileupLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Callsign} is not looked up: too many callers wait for that.")]
    public static partial void Dropped(ILogger logger, string callsign);

    [LoggerMessage(2, LogLevel.Warning, "{Callsign} could not be looked up: {Reason}")]
    public static partial void Failed(ILogger logger, string callsign, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Pileup {Pileup} did not answer.")]
    public static partial void Unanswered(ILogger logger, Exception fault, string pileup);
}

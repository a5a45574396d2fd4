namespace OrleansContest.Gateway;

/// <summary>Every line the HTTP side of the gateway logs.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Error, "A request for {Path} failed for a reason nobody foresaw.")]
    public static partial void Unforeseen(ILogger logger, Exception fault, string path);

    [LoggerMessage(2, LogLevel.Warning, "A request for {Path} found its channel unavailable.")]
    public static partial void ChannelUnavailable(ILogger logger, Exception fault, string path);

    [LoggerMessage(3, LogLevel.Error, "A request for {Path} found its channel stopped by a damaged journal.")]
    public static partial void ChannelStopped(ILogger logger, Exception fault, string path);

    [LoggerMessage(4, LogLevel.Warning, "The answer to {Path} was broken off.")]
    public static partial void AnswerBrokenOff(ILogger logger, Exception fault, string path);

    [LoggerMessage(5, LogLevel.Warning, "The {Kind} {Id} is left out of the list: it does not answer.")]
    public static partial void ChannelLeftOut(ILogger logger, Exception fault, string kind, string id);

    [LoggerMessage(6, LogLevel.Warning, "The engine is not ready.")]
    public static partial void NotReady(ILogger logger, Exception fault);
}

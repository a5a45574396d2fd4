namespace OrleansContest.Gateway.Hub;

/// <summary>Every line the hub logs.</summary>
internal static partial class HubLog
{
    [LoggerMessage(1, LogLevel.Debug, "A socket was broken off.")]
    public static partial void Broken(ILogger logger, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "A socket failed for a reason nobody foresaw.")]
    public static partial void Unforeseen(ILogger logger, Exception fault);

    [LoggerMessage(3, LogLevel.Warning, "{Channel} does not answer its feed.")]
    public static partial void Unanswered(ILogger logger, Exception fault, string channel);

    [LoggerMessage(4, LogLevel.Error, "The feed of {Channel} failed for a reason nobody foresaw; its sockets are closed.")]
    public static partial void FeedFailed(ILogger logger, Exception fault, string channel);

    [LoggerMessage(5, LogLevel.Warning, "{Channel} could not be told that it is followed no more.")]
    public static partial void StillFollowed(ILogger logger, Exception fault, string channel);

    [LoggerMessage(6, LogLevel.Warning, "The channels of kind {Kind} could not be listed.")]
    public static partial void NotListed(ILogger logger, Exception fault, string kind);

    [LoggerMessage(7, LogLevel.Warning, "{Channel} is left out of the combined feed until it answers.")]
    public static partial void LeftOut(ILogger logger, string channel);

    [LoggerMessage(8, LogLevel.Error, "The combined feed failed for a reason nobody foresaw.")]
    public static partial void CombinedFailed(ILogger logger, Exception fault);

    [LoggerMessage(9, LogLevel.Warning, "Who keeps the seats of {Channel} does not answer; nobody is seated beyond what this gateway holds.")]
    public static partial void RosterSilent(ILogger logger, Exception fault, string channel);

    [LoggerMessage(10, LogLevel.Information, "Who keeps the seats of {Channel} answers again.")]
    public static partial void RosterBack(ILogger logger, string channel);

    [LoggerMessage(11, LogLevel.Warning, "{Count} spectators of {Channel} are sent away: their seats have fallen back.")]
    public static partial void SeatsLost(ILogger logger, int count, string channel);

    [LoggerMessage(12, LogLevel.Warning, "The seats of {Channel} could not be given back; they fall back by themselves.")]
    public static partial void SeatsNotReturned(ILogger logger, Exception fault, string channel);

    [LoggerMessage(13, LogLevel.Error, "The seats of {Channel} failed for a reason nobody foresaw.")]
    public static partial void SeatsFailed(ILogger logger, Exception fault, string channel);

    [LoggerMessage(14, LogLevel.Debug, "How many watch {Channel} cannot be learnt.")]
    public static partial void NotCounted(ILogger logger, Exception fault, string channel);
}

namespace OrleansContest.Gateway.Cluster;

/// <summary>Every line that the gateway logs about its cluster.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(1, LogLevel.Warning, "The relay of {Channel} does not answer ({Reason}); looking for another one.")]
    public static partial void RelayLost(ILogger logger, string channel, string reason);

    [LoggerMessage(2, LogLevel.Debug, "The relay of {Channel} was not told that we left ({Reason}); it will notice.")]
    public static partial void NotLeft(ILogger logger, string channel, string reason);

    [LoggerMessage(3, LogLevel.Information, "No silo answers yet ({Reason}); trying again in a second.")]
    public static partial void NoSiloYet(ILogger logger, string reason);
}

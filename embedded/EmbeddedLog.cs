using Microsoft.Extensions.Logging;

namespace OrleansContest.Embedded;

/// <summary>Every line the embedded engine logs.</summary>
internal static partial class EmbeddedLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Channel} is in memory: {Records} records replayed in {Elapsed}.")]
    public static partial void Opened(ILogger logger, string channel, long records, TimeSpan elapsed);

    [LoggerMessage(2, LogLevel.Error, "{Channel} was dropped from memory and will be read again from its journal.")]
    public static partial void Dropped(ILogger logger, Exception cause, string channel);

    [LoggerMessage(3, LogLevel.Warning, "The snapshot of {Channel} could not be written; its journal still has everything.")]
    public static partial void SnapshotFailed(ILogger logger, Exception cause, string channel);

    [LoggerMessage(4, LogLevel.Error, "The channels that run by themselves could not be listed; each goes on when somebody asks for it.")]
    public static partial void NotListed(ILogger logger, Exception cause);

    [LoggerMessage(5, LogLevel.Error, "{Channel} could not be brought back and does not run; it is tried again when somebody asks for it.")]
    public static partial void NotWoken(ILogger logger, Exception cause, string channel);
}

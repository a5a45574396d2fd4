using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage;

/// <summary>Everything that storage reports.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Warning,
        "The journal of {Channel} ended in an unfinished write: {Bytes} bytes cut from {File}, line {Line}. "
        + "After a crash that is as it should be, for nothing in them was acknowledged.")]
    public static partial void TailCut(this ILogger logger, ChannelId channel, string file, long line, long bytes);

    [LoggerMessage(2, LogLevel.Warning, "The snapshot of {Channel} in {File} is damaged and is not used: {Reason}")]
    public static partial void SnapshotDamaged(this ILogger logger, ChannelId channel, string file, string reason);

    [LoggerMessage(3, LogLevel.Error,
        "A write to {File} failed and could not be taken back. {Channel} writes no more until its journal is opened anew.")]
    public static partial void WriteNotTakenBack(this ILogger logger, ChannelId channel, string file, Exception cause);

    [LoggerMessage(4, LogLevel.Warning,
        "The file system of {Folder} does not lock files: nothing stops a second process from using the folder at the same time.")]
    public static partial void LocksNothing(this ILogger logger, string folder);

    [LoggerMessage(5, LogLevel.Information, "Applied migration {Migration} to the database.")]
    public static partial void Migrated(this ILogger logger, string migration);

    [LoggerMessage(6, LogLevel.Warning,
        "The PostgreSQL server has {Setting} = off: it acknowledges what a power cut or crash may still lose. Turn it on.")]
    public static partial void NotDurable(this ILogger logger, string setting);

    [LoggerMessage(7, LogLevel.Warning, "The read model of matches could not be brought up to the journal; it will be tried again.")]
    public static partial void ReadModelBehind(this ILogger logger, Exception cause);

    [LoggerMessage(8, LogLevel.Error, "A record of match {Match} cannot be read, so its read model stays where it is until this process starts anew.")]
    public static partial void ReadModelStopped(this ILogger logger, Exception cause, string match);
}

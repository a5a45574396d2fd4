using Microsoft.Extensions.Logging;

namespace OrleansContest.Grains;

/// <summary>Every line the grains log.</summary>
internal static partial class GrainsLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Channel} is in memory: {Records} records replayed in {Elapsed}.")]
    public static partial void Opened(ILogger logger, string channel, long records, TimeSpan elapsed);

    [LoggerMessage(2, LogLevel.Error, "{Channel} was dropped from memory and will be read again from its journal.")]
    public static partial void Dropped(ILogger logger, Exception cause, string channel);

    [LoggerMessage(3, LogLevel.Warning, "{Channel} runs elsewhere: this activation acknowledged nothing and ends.")]
    public static partial void Fenced(ILogger logger, string channel);

    [LoggerMessage(4, LogLevel.Warning, "The snapshot of {Channel} could not be written; its journal still has everything.")]
    public static partial void SnapshotFailed(ILogger logger, Exception cause, string channel);

    [LoggerMessage(5, LogLevel.Warning, "Updates {First} to {Last} of {Channel} did not reach the stream; relays will read them from the channel.")]
    public static partial void NotPublished(ILogger logger, Exception cause, string channel, long first, long last);

    [LoggerMessage(6, LogLevel.Information, "A gateway that followed {Channel} has not answered for {Silence} and is forgotten.")]
    public static partial void ObserverForgotten(ILogger logger, string channel, TimeSpan silence);

    [LoggerMessage(7, LogLevel.Warning, "The relay of {Channel} could not read the channel; it tries again.")]
    public static partial void ChannelSilent(ILogger logger, Exception cause, string channel);

    [LoggerMessage(8, LogLevel.Warning, "How quiz {Quiz} ended could not be written down; it is tried again within a minute.")]
    public static partial void FinalNotWritten(ILogger logger, Exception cause, string quiz);
}

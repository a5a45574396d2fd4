using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Turns what runners tell into log lines and figures.</summary>
internal sealed class EmbeddedMonitor(ILogger logger, RunnerMetrics metrics) : IRunnerMonitor
{
    public void Opened(ChannelId channel, long records, TimeSpan elapsed)
    {
        metrics.Opened(elapsed);
        EmbeddedLog.Opened(logger, channel.ToString(), records, elapsed);
    }

    public void Appended(ChannelId channel, int records, long bytes, TimeSpan elapsed) => metrics.Appended(records, bytes, elapsed);

    public void Waiting(ChannelId channel, int change) => metrics.Waiting(change);

    public void Dropped(ChannelId channel, Exception cause)
    {
        metrics.Dropped();
        EmbeddedLog.Dropped(logger, cause, channel.ToString());
    }

    public void SnapshotFailed(ChannelId channel, Exception cause) =>
        EmbeddedLog.SnapshotFailed(logger, cause, channel.ToString());
}

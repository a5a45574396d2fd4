using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>Turns what a runner tells into log lines and figures, and ends an activation that no longer owns its channel.</summary>
internal sealed class GrainMonitor(IGrainContext activation, RunnerMetrics metrics, ILogger logger) : IRunnerMonitor
{
    public void Opened(ChannelId channel, long records, TimeSpan elapsed)
    {
        metrics.Opened(elapsed);
        GrainsLog.Opened(logger, channel.ToString(), records, elapsed);
    }

    public void Appended(ChannelId channel, int records, long bytes, TimeSpan elapsed) => metrics.Appended(records, bytes, elapsed);

    public void Waiting(ChannelId channel, int change) => metrics.Waiting(change);

    public void Dropped(ChannelId channel, Exception cause)
    {
        metrics.Dropped();
        if (cause is not JournalConflictException)
        {
            GrainsLog.Dropped(logger, cause, channel.ToString());
            return;
        }

        GrainsLog.Fenced(logger, channel.ToString());
        activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, cause.Message), CancellationToken.None);
    }

    public void SnapshotFailed(ChannelId channel, Exception cause) => GrainsLog.SnapshotFailed(logger, cause, channel.ToString());
}

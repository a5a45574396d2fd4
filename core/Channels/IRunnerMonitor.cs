namespace OrleansContest.Channels;

/// <summary>Is told what a runner does beside answering, for logs and metrics.</summary>
public interface IRunnerMonitor
{
    /// <param name="channel">The channel.</param>
    /// <param name="records">Records replayed after the snapshot.</param>
    /// <param name="elapsed">How long activation took.</param>
    void Opened(ChannelId channel, long records, TimeSpan elapsed);

    /// <param name="channel">The channel.</param>
    /// <param name="records">Records in one durable append.</param>
    /// <param name="bytes">Their size.</param>
    /// <param name="elapsed">From the first byte handed over until all were durable.</param>
    void Appended(ChannelId channel, int records, long bytes, TimeSpan elapsed);

    /// <summary>Items that wait in the mailbox changed by <paramref name="change"/>.</summary>
    void Waiting(ChannelId channel, int change);

    /// <summary>The state was dropped and will be read again from the journal.</summary>
    void Dropped(ChannelId channel, Exception cause);

    /// <summary>A snapshot could not be written. The journal still has everything.</summary>
    void SnapshotFailed(ChannelId channel, Exception cause);
}

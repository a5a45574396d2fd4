namespace OrleansContest.Channels;

/// <summary>Where snapshots are kept. Losing one costs time, never data.</summary>
public interface ISnapshots
{
    /// <returns>The latest whole snapshot, or null. A damaged one is reported and counts as none.</returns>
    Task<Snapshot?> LoadAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Replaces the channel's snapshot in one step.</summary>
    Task SaveAsync(ChannelId channel, Snapshot snapshot, CancellationToken cancellationToken);
}

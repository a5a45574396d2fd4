namespace OrleansContest.Channels;

/// <summary>Brings a channel back into memory: its snapshot, if there is a good one, and the records after it.</summary>
internal sealed class ChannelLoader<TState, TCommand, TEvent>(
    ChannelId id, IChannelModel<TState, TCommand, TEvent> model, RunnerPorts ports, RunnerOptions options)
{
    /// <exception cref="JournalDamagedException">The journal cannot be trusted.</exception>
    public async Task<(LiveChannel<TState, TCommand, TEvent> Channel, long SnapshotAt)> LoadAsync(CancellationToken cancellationToken)
    {
        var started = ports.Clock.GetTimestamp();
        var journal = await ports.Journal.OpenAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            var channel = new LiveChannel<TState, TCommand, TEvent>(id, model, journal, options.RecentBytes);
            var from = await RestoreAsync(channel, cancellationToken).ConfigureAwait(false);
            await foreach (var record in journal.ReadAsync(from, cancellationToken).ConfigureAwait(false))
            {
                channel.Replay(record, withUpdates: journal.Last - record.Number < options.RecentRecords);
            }

            ports.Monitor.Opened(id, journal.Last - from, ports.Clock.GetElapsedTime(started));
            return (channel, from);
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <returns>The record up to which the snapshot goes; 0 without one.</returns>
    private async Task<long> RestoreAsync(LiveChannel<TState, TCommand, TEvent> channel, CancellationToken cancellationToken)
    {
        var snapshot = await ports.Snapshots.LoadAsync(id, cancellationToken).ConfigureAwait(false);
        var journal = channel.Journal;
        if (snapshot is null
            || snapshot.Format != model.SnapshotFormat
            || snapshot.Epoch != journal.Epoch
            || snapshot.Number > journal.Last)
        {
            return 0;
        }

        channel.Restore(snapshot);
        return snapshot.Number;
    }
}

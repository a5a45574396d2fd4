namespace OrleansContest.Channels;

/// <summary>Decides when a snapshot is due, and writes it beside the runner's work.</summary>
/// <remarks>Due whenever the journal has grown by half: all snapshots together cost no more than a few times the last one.</remarks>
internal sealed class SnapshotSchedule<TState, TCommand, TEvent>(ChannelId id, RunnerPorts ports, RunnerOptions options)
{
    private long last;
    private Task saving = Task.CompletedTask;

    public void StartAt(long number) => last = number;

    public void Consider(LiveChannel<TState, TCommand, TEvent> channel)
    {
        if (saving.IsCompleted && channel.Journal.Last - last >= Math.Max(options.SnapshotAfter, last / 2))
        {
            last = channel.Journal.Last;
            saving = SaveAsync(channel.TakeSnapshot());
        }
    }

    public Task FinishAsync() => saving;

    private async Task SaveAsync(Func<Snapshot> make)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await ports.Snapshots.SaveAsync(id, make(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            ports.Monitor.SnapshotFailed(id, fault);
        }
    }
}

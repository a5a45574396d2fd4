using System.Collections.Concurrent;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>A channel with its runner and everything around it in the test's hand.</summary>
internal abstract class ChannelScenario<TState, TCommand, TEvent> : IUpdatePublisher, IRunnerMonitor, ISnapshots, IAsyncDisposable
{
    private readonly SemaphoreSlim arrived = new(0);

    protected ChannelScenario(
        IChannelModel<TState, TCommand, TEvent> model,
        HeldJournal? journal = null,
        RunnerOptions? options = null,
        Snapshot? snapshot = null,
        TimeProvider? clock = null)
    {
        (Journal, Snapshot) = (journal ?? new HeldJournal(), snapshot);
        var ports = new RunnerPorts(Journal, this, this, this, clock ?? TimeProvider.System);
        Runner = new(new ChannelId("tally", "one"), model, ports, options ?? new RunnerOptions());
    }

    public ChannelRunner<TState, TCommand, TEvent> Runner { get; }

    public HeldJournal Journal { get; }

    public Snapshot? Snapshot { get; private set; }

    public ConcurrentQueue<UpdateBatch> Published { get; } = [];

    public ConcurrentQueue<Exception> Faults { get; } = [];

    public TaskCompletionSource SnapshotSaved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<CatchUp?> CatchUp(Position? since) => Runner.CatchUpAsync(since);

    /// <summary>Waits for the next batch that was published.</summary>
    public async Task<UpdateBatch> NextAsync()
    {
        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(60)), "Nothing was published.");
        return Published.TryDequeue(out var batch) ? batch : throw new InvalidOperationException("Somebody else took it.");
    }

    public void Publish(UpdateBatch batch)
    {
        Published.Enqueue(batch);
        arrived.Release();
    }

    public Task<Snapshot?> LoadAsync(ChannelId channel, CancellationToken cancellationToken) => Task.FromResult(Snapshot);

    public Task SaveAsync(ChannelId channel, Snapshot snapshot, CancellationToken cancellationToken)
    {
        Snapshot = snapshot;
        SnapshotSaved.TrySetResult();
        return Task.CompletedTask;
    }

    public void Opened(ChannelId channel, long records, TimeSpan elapsed) => Replayed = records;

    public long Replayed { get; private set; }

    public void Appended(ChannelId channel, int records, long bytes, TimeSpan elapsed)
    {
    }

    public void Waiting(ChannelId channel, int change)
    {
    }

    public void Dropped(ChannelId channel, Exception cause) => Faults.Enqueue(cause);

    public void SnapshotFailed(ChannelId channel, Exception cause) => Faults.Enqueue(cause);

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        arrived.Dispose();
    }
}

using System.Collections.Concurrent;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

/// <summary>A tally with its runner and everything around it in the test's hand.</summary>
internal sealed class RunnerScenario : IUpdatePublisher, IRunnerMonitor, ISnapshots, IAsyncDisposable
{
    private readonly ChannelRunner<Tally.Sum, Tally.Add, Tally.Added> runner;

    public RunnerScenario(HeldJournal? journal = null, RunnerOptions? options = null, Snapshot? snapshot = null)
    {
        (Journal, Snapshot) = (journal ?? new HeldJournal(), snapshot);
        var ports = new RunnerPorts(Journal, this, this, this, TimeProvider.System);
        runner = new(new ChannelId("tally", "one"), new Tally(), ports, options ?? new RunnerOptions());
    }

    public HeldJournal Journal { get; }

    public Snapshot? Snapshot { get; private set; }

    public ConcurrentQueue<UpdateBatch> Published { get; } = [];

    public ConcurrentQueue<Exception> Faults { get; } = [];

    public TaskCompletionSource SnapshotSaved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Outcome<Tally.Answer>> Add(int amount) => runner.AskAsync<Tally.Answer>(new Tally.Add(amount));

    public Task<IReadOnlyList<Outcome<Tally.Answer>>> AddEach(params int[] amounts) =>
        runner.AskEachAsync<Tally.Answer>([.. amounts.Select(amount => new Tally.Add(amount))]);

    public Task<long> Total() => runner.QueryAsync(sum => sum.Total);

    public Task<TAnswer> Query<TAnswer>(Func<Tally.Sum, TAnswer> query) => runner.QueryAsync(query);

    public Task<CatchUp?> CatchUp(Position? since) => runner.CatchUpAsync(since);

    public void Publish(UpdateBatch batch) => Published.Enqueue(batch);

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

    public ValueTask DisposeAsync() => runner.DisposeAsync();
}

using System.Collections.Concurrent;

namespace OrleansContest.Storage.Files;

/// <summary>A few threads that wait for the disk, so that the thread pool, which serves the sockets, never has to.</summary>
internal sealed class FlushThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> waiting = [];
    private readonly Thread[] threads;

    public FlushThreads(int count)
    {
        threads = [.. Enumerable.Range(1, count).Select(index => new Thread(Serve) { Name = $"disk {index}", IsBackground = true })];
        foreach (var thread in threads)
        {
            thread.Start();
        }
    }

    public override int MaximumConcurrencyLevel => threads.Length;

    public Task RunAsync(Action work)
    {
        ObjectDisposedException.ThrowIf(waiting.IsAddingCompleted, this);
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.RunContinuationsAsynchronously, this);
    }

    /// <summary>Finishes what waits, and stops.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    protected override void QueueTask(Task task) => waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => waiting.ToArray();

    private void Serve()
    {
        foreach (var task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}

using System.Collections.Concurrent;

namespace OrleansContest.Cli.Cluster;

/// <summary>A process that does what the test says.</summary>
internal sealed class FakeMember(string name, ConcurrentQueue<string> told) : IMemberProcess
{
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Id => 1;

    public Task<int> Ended => ended.Task;

    public IReadOnlyList<string> LastWords { get; set; } = [];

    public string LogPath => $"{name}.log";

    /// <summary>Whether it does not stop when it is asked to.</summary>
    public bool IsStubborn { get; set; }

    public void AskToStop()
    {
        told.Enqueue($"{name} is asked to stop");
        if (!IsStubborn)
        {
            End(0);
        }
    }

    public void Kill()
    {
        told.Enqueue($"{name} is killed");
        End(128 + 9);
    }

    public void End(int exitCode) => ended.TrySetResult(exitCode);

    public void Dispose()
    {
    }
}

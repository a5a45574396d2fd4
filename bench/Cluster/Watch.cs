using OrleansContest.Testing;

namespace OrleansContest.Bench.Cluster;

/// <summary>One spectator at each gateway, until it is disposed.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;

    private Watch(IEnumerable<Watcher> watchers) => watching = Task.WhenAll(watchers.Select(watcher => watcher.RunAsync(stop.Token)));

    /// <summary>Returns when each has had its first message.</summary>
    /// <param name="gateways">Where they watch.</param>
    /// <param name="contest">What they watch.</param>
    /// <param name="seen">Is told which spectator got what, and when.</param>
    public static async Task<Watch> BeginAsync(IReadOnlyList<ContestProcess> gateways, string contest, Action<int, ReadOnlyMemory<byte>, long> seen)
    {
        var watchers = gateways.Select((gateway, n) => new Watcher(gateway.Port, contest, (message, at) => seen(n, message, at))).ToList();
        var watch = new Watch(watchers);
        await Task.WhenAll(watchers.Select(watcher => watcher.Subscribed));
        return watch;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }
}

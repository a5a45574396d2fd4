using OrleansContest.Bench.Cluster;

namespace OrleansContest.Bench.Pause;

/// <summary>Stations that log and spectators that watch, at every gateway.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int stationsEach = 4;
    private const int watchersEach = 10;

    private readonly CancellationTokenSource stop = new();
    private readonly List<Station> stations = [];
    private readonly List<Gaps> seen = [];
    private readonly List<Task> work = [];

    public Crowd(MeasuredCluster cluster, string contest)
    {
        foreach (var gateway in cluster.Gateways)
        {
            stations.AddRange(Enumerable.Range(stations.Count, stationsEach).Select(number => new Station(number, contest, gateway)));
            foreach (var gaps in Enumerable.Range(0, watchersEach).Select(_ => new Gaps()))
            {
                seen.Add(gaps);
                work.Add(new Watcher(gateway.Port, contest, (message, at) => See(gaps, message, at)).RunAsync(stop.Token));
            }
        }

        work.AddRange(stations.Select(station => station.RunAsync(stop.Token)));
    }

    public int Refused => stations.Sum(station => station.Refused);

    /// <summary>The longest time that any station waited for an acknowledgement.</summary>
    public TimeSpan LongestStop => stations.Max(station => station.Acknowledged.Longest);

    /// <summary>The longest time that any spectator waited for an update.</summary>
    public TimeSpan LongestSilence => seen.Max(gaps => gaps.Longest);

    public void ForgetGaps()
    {
        stations.ForEach(station => station.Acknowledged.Forget());
        seen.ForEach(gaps => gaps.Forget());
    }

    /// <summary>Waits until every station has had so many more acknowledgements, and every spectator so many more updates.</summary>
    public async Task GoOnAsync(int more)
    {
        var targets = Counts().Select(count => count + more).ToArray();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Counts().Zip(targets).Any(pair => pair.First < pair.Second))
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(work);
        stop.Dispose();
    }

    private static void See(Gaps gaps, ReadOnlyMemory<byte> message, long at)
    {
        if (message.Span.IndexOf("\"seq\":"u8) >= 0)
        {
            gaps.Add(at);
        }
    }

    private IEnumerable<int> Counts() => stations.Select(station => station.Acknowledged.Count).Concat(seen.Select(gaps => gaps.Count));
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A contest of a cluster, with stations that log without a rest and spectators that watch.</summary>
internal sealed class Storm : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource endPosting = new();
    private readonly ConcurrentDictionary<long, int> truth = new();
    private readonly List<Task> posting = [];
    private readonly List<Task> watching = [];
    private readonly ProcessCluster cluster;

    private Storm(ProcessCluster cluster, string contest) => (this.cluster, Contest) = (cluster, contest);

    public string Contest { get; }

    public List<PersistentPoster> Posters { get; } = [];

    public List<WatchingSpectator> Spectators { get; } = [];

    /// <summary>Creates the contest; nothing happens in it yet, and nobody watches. What was lost before may still cost an answer.</summary>
    public static async Task<Storm> CreateAsync(ProcessCluster cluster, string? contest = null)
    {
        var storm = new Storm(cluster, contest ?? $"storm-{Guid.NewGuid():n}");
        HttpStatusCode? last = null;
        await UntilAsync(
            async () =>
            {
                using var created = await cluster.Gateways[0].Http.PostAsJsonAsync(
                    new Uri("/api/contests", UriKind.Relative), new { id = storm.Contest, name = "Storm", rules = "GENERAL", open = true });
                return (last = created.StatusCode) != HttpStatusCode.ServiceUnavailable;
            },
            () => $"creating the contest was answered with {last}");
        Assert.True(last is HttpStatusCode.Created or HttpStatusCode.Conflict, $"Creating the contest was answered with {last}.");
        return storm;
    }

    public void Log(int stations)
    {
        Posters.AddRange(Enumerable.Range(Posters.Count, stations).Select(n => new PersistentPoster(Contest, $"S{n}", cluster.NextGateway)));
        posting.AddRange(Posters.TakeLast(stations).Select(poster => poster.RunAsync(endPosting.Token)));
    }

    public void Watch(int spectators, Func<ContestProcess> gateway)
    {
        Spectators.AddRange(Enumerable.Range(0, spectators).Select(_ => new WatchingSpectator(Contest, gateway, truth)));
        watching.AddRange(Spectators.TakeLast(spectators).Select(spectator => spectator.RunAsync(stop.Token)));
    }

    /// <summary>Waits until every station has had so many more contacts acknowledged.</summary>
    public async Task ProgressAsync(int contacts)
    {
        var targets = Posters.Select(poster => poster.Acknowledged.Count + contacts).ToArray();
        await UntilAsync(
            () => Posters.Zip(targets).All(pair => pair.First.Acknowledged.Count >= pair.Second),
            () => $"stations stand at {string.Join(", ", Posters.Select(poster => poster.Acknowledged.Count))} and wait for {string.Join(", ", targets)}");
    }

    /// <summary>Waits until every spectator has seen the updates of what is acknowledged by now.</summary>
    public Task SeeAsync() => SeeAsync(Posters.Sum(poster => poster.Acknowledged.Count));

    /// <summary>Waits until every spectator has seen the updates of so many contacts: two for each.</summary>
    public async Task SeeAsync(int contacts)
    {
        await UntilAsync(
            () => Spectators.All(spectator => spectator.Wrong is not null || spectator.Seq >= 2 * contacts),
            () => $"of {2 * contacts} updates spectators have {Spectators.Min(spectator => spectator.Seq)} to {Spectators.Max(spectator => spectator.Seq)}");
        Assert.All(Spectators, spectator => Assert.Null(spectator.Wrong));
    }

    /// <summary>Ends the logging and checks it: everything acknowledged is there once, and every spectator has all of it.</summary>
    public async Task CheckAsync()
    {
        await endPosting.CancelAsync();
        await Task.WhenAll(posting);
        var keys = await KeysAsync();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(Posters.SelectMany(poster => poster.Acknowledged).Except(keys));
        await SeeAsync(keys.Count);
        Assert.All(Spectators, spectator => Assert.Equal(2 * keys.Count, spectator.Seq));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await endPosting.CancelAsync();
        await Task.WhenAll([.. posting, .. watching]);
        stop.Dispose();
        endPosting.Dispose();
    }

    private async Task<List<string>> KeysAsync()
    {
        var keys = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await cluster.Gateways[0].Http.GetFromJsonAsync<JsonElement[]>(new Uri($"/api/logs?contestId={Contest}&limit=1000&after={after}", UriKind.Relative));
            keys.AddRange(page!.Select(entry => entry.GetProperty("dedupeKey").GetString()!));
            after = page!.Length == 0 ? null : page[^1].GetProperty("id").GetString();
        }

        return keys;
    }

    private static Task UntilAsync(Func<bool> reached, Func<string> standing) => UntilAsync(() => Task.FromResult(reached()), standing);

    private static async Task UntilAsync(Func<Task<bool>> reached, Func<string> standing)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached())
        {
            Assert.False(patience.IsCancellationRequested, $"Not reached in time: {standing()}.");
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>Two silos and two gateways in processes of their own, with stations that log and spectators that watch.</summary>
internal sealed class ProcessCluster : IAsyncDisposable
{
    public const string Contest = "storm";

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource endPosting = new();
    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<long, int> truth = new();
    private readonly List<Task> work = [];
    private int turn;

    public PostgresServer Postgres { get; private set; } = null!;

    public string Database { get; private set; } = "";

    public List<ContestProcess> Silos { get; } = [];

    public List<ContestProcess> Gateways { get; } = [];

    public List<PersistentPoster> Posters { get; } = [];

    public List<WatchingSpectator> Spectators { get; } = [];

    /// <summary>Starts it and puts it to work: four stations, and so many spectators.</summary>
    public static async Task<ProcessCluster> StartAsync(int spectatorsPerGateway, params string[] siloSettings)
    {
        var cluster = await StartIdleAsync(siloSettings);
        cluster.Posters.AddRange(Enumerable.Range(0, 4).Select(n => new PersistentPoster(Contest, $"S{n}", cluster.NextGateway)));
        cluster.work.AddRange(cluster.Posters.Select(poster => poster.RunAsync(cluster.endPosting.Token)));
        cluster.Watch(2 * spectatorsPerGateway, cluster.NextGateway);
        return cluster;
    }

    /// <summary>Starts it with a contest in which nothing happens and that nobody watches.</summary>
    public static Task<ProcessCluster> StartIdleAsync(params string[] siloSettings) => StartIdleAsync(siloSettings, []);

    /// <inheritdoc cref="StartIdleAsync(string[])"/>
    public static async Task<ProcessCluster> StartIdleAsync(string[] siloSettings, string[] gatewaySettings)
    {
        var cluster = new ProcessCluster { Postgres = await PostgresServer.StartAsync() };
        cluster.Database = await cluster.Postgres.CreateDatabaseAsync();
        cluster.Silos.AddRange(await Task.WhenAll(cluster.StartSiloAsync(siloSettings), cluster.StartSiloAsync(siloSettings)));
        cluster.Gateways.AddRange(await Task.WhenAll(cluster.StartGatewayAsync(gatewaySettings), cluster.StartGatewayAsync(gatewaySettings)));
        var draft = new { id = Contest, name = "Storm", rules = "GENERAL", open = true };
        using var created = await cluster.Gateways[0].Http.PostAsJsonAsync(new Uri("/api/contests", UriKind.Relative), draft);
        created.EnsureSuccessStatusCode();
        return cluster;
    }

    public Task<ContestProcess> StartSiloAsync(params string[] settings) => ContestProcess.StartSiloAsync(Database, settings);

    public Task<ContestProcess> StartGatewayAsync(params string[] settings) =>
        ContestProcess.StartGatewayAsync(folder.Path, [$"--Cluster:Postgres={Database}", .. settings]);

    /// <summary>Lets so many more spectators watch.</summary>
    public void Watch(int spectators, Func<ContestProcess> gateway)
    {
        var watching = Enumerable.Range(0, spectators).Select(_ => new WatchingSpectator(Contest, gateway, truth)).ToList();
        Spectators.AddRange(watching);
        work.AddRange(watching.Select(spectator => spectator.RunAsync(stop.Token)));
    }

    /// <summary>Waits until every station has had so many more contacts acknowledged.</summary>
    public async Task ProgressAsync(int contacts)
    {
        var targets = Posters.Select(poster => poster.Acknowledged.Count + contacts).ToArray();
        await UntilAsync(
            () => Posters.Zip(targets).All(pair => pair.First.Acknowledged.Count >= pair.Second),
            () => $"stations stand at {string.Join(", ", Posters.Select(poster => poster.Acknowledged.Count))} and wait for {string.Join(", ", targets)}");
    }

    /// <summary>Waits until every spectator has seen the updates of what is acknowledged by now: two for each contact.</summary>
    public Task SeeAsync()
    {
        var target = 2 * Posters.Sum(poster => poster.Acknowledged.Count);
        return UntilAsync(() => Spectators.All(spectator => spectator.Wrong is not null || spectator.Seq >= target), Standing);
    }

    /// <summary>Ends the work and checks it: everything acknowledged is there once, and every spectator has all of it.</summary>
    public async Task CheckAsync()
    {
        await endPosting.CancelAsync();
        await Task.WhenAll(work.Take(Posters.Count));
        var keys = await KeysAsync();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Empty(Posters.SelectMany(poster => poster.Acknowledged).Except(keys));
        await UntilAsync(() => Spectators.All(spectator => spectator.Wrong is not null || spectator.Seq >= 2 * keys.Count), Standing);
        Assert.All(Spectators, spectator => Assert.Null(spectator.Wrong));
        Assert.All(Spectators, spectator => Assert.Equal(2 * keys.Count, spectator.Seq));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await endPosting.CancelAsync();
        await Task.WhenAll(Gateways.Concat(Silos).Select(process => process.DisposeAsync().AsTask()));
        await Task.WhenAll(work);
        await Postgres.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>As a load balancer does: the gateways in turn.</summary>
    private ContestProcess NextGateway() => Gateways[(Interlocked.Increment(ref turn) & int.MaxValue) % Gateways.Count];

    private string Standing() =>
        $"spectators stand between {Spectators.Min(spectator => spectator.Seq)} and {Spectators.Max(spectator => spectator.Seq)}";

    private async Task<List<string>> KeysAsync()
    {
        var keys = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await Gateways[0].Http.GetFromJsonAsync<JsonElement[]>(new Uri($"/api/logs?contestId={Contest}&limit=1000&after={after}", UriKind.Relative));
            keys.AddRange(page!.Select(entry => entry.GetProperty("dedupeKey").GetString()!));
            after = page!.Length == 0 ? null : page[^1].GetProperty("id").GetString();
        }

        return keys;
    }

    public static async Task UntilAsync(Func<bool> reached, Func<string> standing)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!reached())
        {
            Assert.False(patience.IsCancellationRequested, $"Not reached in time: {standing()}.");
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>Two silos and two gateways in processes of their own, on a PostgreSQL of their own.</summary>
internal sealed class ProcessCluster : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly string database;
    private readonly string[] siloSettings;
    private readonly string[] gatewaySettings;
    private int turn;

    private ProcessCluster(PostgresServer postgres, string database, string[] siloSettings, string[] gatewaySettings) =>
        (Postgres, this.database, this.siloSettings, this.gatewaySettings) = (postgres, database, siloSettings, gatewaySettings);

    public PostgresServer Postgres { get; }

    /// <summary>The connection string of the cluster's database.</summary>
    public string Database => database;

    public List<ContestProcess> Silos { get; } = [];

    public List<ContestProcess> Gateways { get; } = [];

    public static async Task<ProcessCluster> StartAsync(string[]? siloSettings = null, string[]? gatewaySettings = null)
    {
        var postgres = await PostgresServer.StartAsync();
        var cluster = new ProcessCluster(postgres, await postgres.CreateDatabaseAsync(), siloSettings ?? [], gatewaySettings ?? []);
        await cluster.MakeWholeAsync();
        return cluster;
    }

    /// <summary>Starts what is missing, or was lost.</summary>
    public async Task MakeWholeAsync()
    {
        await FillAsync(Silos, () => ContestProcess.StartSiloAsync(database, siloSettings));
        await FillAsync(Gateways, () => ContestProcess.StartGatewayAsync(folder.Path, [$"--Cluster:Postgres={database}", .. gatewaySettings]));
    }

    /// <summary>As a load balancer does: the gateways in turn.</summary>
    public ContestProcess NextGateway() => Gateways[(Interlocked.Increment(ref turn) & int.MaxValue) % Gateways.Count];

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Gateways.Concat(Silos).Select(process => process.DisposeAsync().AsTask()));
        await Postgres.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Those that live keep their places.</summary>
    private static async Task FillAsync(List<ContestProcess> processes, Func<Task<ContestProcess>> startAsync)
    {
        var missing = 2 - processes.Count(process => !process.HasExited);
        var started = new Queue<ContestProcess>(await Task.WhenAll(Enumerable.Range(0, missing).Select(_ => startAsync())));
        foreach (var (index, lost) in processes.Index().Where(entry => entry.Item.HasExited).ToList())
        {
            processes[index] = started.Dequeue();
            await lost.DisposeAsync();
        }

        processes.AddRange(started);
    }
}

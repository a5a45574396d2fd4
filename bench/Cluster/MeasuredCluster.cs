using System.Net.Http.Json;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Cluster;

/// <summary>Silos and gateways in processes of their own, on a throw-away PostgreSQL that waits for its disk.</summary>
internal sealed class MeasuredCluster : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly string[] siloSettings;

    private MeasuredCluster(PostgresServer postgres, string database, string[] siloSettings) =>
        (Postgres, Database, this.siloSettings) = (postgres, database, siloSettings);

    public PostgresServer Postgres { get; }

    public string Database { get; }

    public List<ContestProcess> Silos { get; } = [];

    public List<ContestProcess> Gateways { get; } = [];

    public static async Task<MeasuredCluster> StartAsync(BenchOptions options, params string[] siloSettings)
    {
        var postgres = await PostgresServer.StartAsync(new PostgresServerOptions { IsDurable = true, Settings = ["max_connections = 300"] });
        var cluster = new MeasuredCluster(postgres, await postgres.CreateDatabaseAsync(), siloSettings);
        for (var n = 0; n < options.Silos; n++)
        {
            cluster.Silos.Add(await cluster.StartSiloAsync());
        }

        for (var n = 0; n < options.Gateways; n++)
        {
            cluster.Gateways.Add(await ContestProcess.StartGatewayAsync(cluster.folder.Path, $"--Cluster:Postgres={cluster.Database}", "--Logging:LogLevel:Default=Error"));
        }

        return cluster;
    }

    public Task<ContestProcess> StartSiloAsync() => ContestProcess.StartSiloAsync(Database, ["--Logging:LogLevel:Default=Error", .. siloSettings]);

    public static async Task CreateContestAsync(ContestProcess gateway, string contest)
    {
        var draft = new { id = contest, name = contest, rules = "GENERAL", open = true };
        using var answer = await gateway.Http.PostAsJsonAsync(new Uri("/api/contests", UriKind.Relative), draft);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Gateways.Concat(Silos).Select(process => process.DisposeAsync().AsTask()));
        await Postgres.DisposeAsync();
        folder.Dispose();
    }
}

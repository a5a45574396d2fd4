using System.Net;
using System.Text;
using OrleansContest.Bench.Cluster;
using OrleansContest.Bench.Log;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Fanout;

/// <summary>This project's gateway. Its updates are entries of a contest's log, kept before anybody sees them.</summary>
internal sealed class ContestServer : IFanoutServer
{
    private const string contest = "bench";

    private readonly IAsyncDisposable[] parts;
    private readonly ContestProcess gateway;

    private ContestServer(string name, ContestProcess gateway, params IAsyncDisposable[] parts)
    {
        (Name, this.gateway, this.parts) = (name, gateway, parts);
        Plan = new ConnectPlan(new IPEndPoint(IPAddress.Loopback, gateway.Port), "/ws");
    }

    public string Name { get; }

    public ConnectPlan Plan { get; }

    public string? Greeting => $$"""{"type":"subscribe","channel":"contest:{{contest}}"}""";

    public string? Welcome => "\"full\"";

    public TimeSpan ProcessorTime => gateway.ProcessorTime;

    public long MemoryBytes => ProcessFigures.MemoryBytes(gateway.Id);

    public static async Task<ContestServer> StartEmbeddedAsync(string name, params string[] settings)
    {
        var folder = new TempFolder();
        var gateway = await ContestProcess.StartGatewayAsync(folder.Path, ["--Logging:LogLevel:Default=Warning", .. settings]);
        await MeasuredCluster.CreateContestAsync(gateway, contest);
        return new ContestServer(name, gateway, gateway, new Folder(folder));
    }

    /// <summary>With two silos, whose own work is not counted.</summary>
    public static async Task<ContestServer> StartClusterAsync(string name)
    {
        var cluster = await MeasuredCluster.StartAsync(new BenchOptions { IsCluster = true, Gateways = 1 });
        await MeasuredCluster.CreateContestAsync(cluster.Gateways[0], contest);
        return new ContestServer(name, cluster.Gateways[0], cluster);
    }

    public async Task PublishAsync(int n, string mark)
    {
        using var body = new StringContent(Poster.Entry(n % 50, n, contest, mark), Encoding.UTF8, "application/json");
        using var answer = await gateway.Http.PostAsync(new Uri("/api/logs", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            await part.DisposeAsync();
        }
    }

    private sealed class Folder(TempFolder folder) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

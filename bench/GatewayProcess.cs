using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Bench;

/// <summary>A gateway with the embedded engine, in a process and a data folder of its own.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    public const string MasterKey = "bench-master-key";

    private readonly Process process;
    private readonly string folder;

    private GatewayProcess(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<GatewayProcess> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var port = FreePort();
        string[] own = [GatewayPath(), "--port", $"{port}", "--data", folder, $"--Security:MasterKey={MasterKey}", "--Logging:LogLevel:Default=Warning"];
        var start = new ProcessStartInfo("dotnet", [.. own, .. settings]) { RedirectStandardOutput = true };
        var gateway = new GatewayProcess(Process.Start(start)!, folder, port);
        gateway.process.OutputDataReceived += (_, _) => { };
        gateway.process.BeginOutputReadLine();
        await gateway.ReadyAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string GatewayPath() =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Gateway", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "OrleansContest.Gateway.dll"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await IsReadyAsync(http, patience.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The gateway ended with {process.ExitCode} before it was ready.");
        }

        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

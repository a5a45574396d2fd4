using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Testing;

/// <summary>A gateway as its users run it: a process of its own, which can be killed.</summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    public const string MasterKey = "test-master-key-0123456789abcdef";

    private readonly Process process;
    private readonly Queue<string> output = new();

    private GatewayProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.Add("X-Master-Key", MasterKey);
    }

    public int Port { get; }

    /// <summary>Talks to it with the master key.</summary>
    public HttpClient Http { get; }

    /// <summary>What it has written last.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join(Environment.NewLine, output);
            }
        }
    }

    public int ExitCode => process.ExitCode;

    /// <summary>Starts a gateway and waits until it is ready.</summary>
    /// <param name="dataFolder">The folder of its journals.</param>
    /// <param name="settings">More of its command line.</param>
    public static async Task<GatewayProcess> StartAsync(string dataFolder, params string[] settings)
    {
        var gateway = Launch(FreePort(), ["--data", dataFolder, .. settings]);
        await gateway.BecomeReadyAsync();
        return gateway;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        process.Dispose();
    }

    private static GatewayProcess Launch(int port, string[] settings)
    {
        string[] own =
            [GatewayPath(), "--port", port.ToString(CultureInfo.InvariantCulture), "--address", "127.0.0.1", $"--Security:MasterKey={MasterKey}"];
        var start = new ProcessStartInfo("dotnet", [.. own, .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var gateway = new GatewayProcess(Process.Start(start)!, port);
        gateway.process.OutputDataReceived += (_, line) => gateway.Keep(line.Data);
        gateway.process.ErrorDataReceived += (_, line) => gateway.Keep(line.Data);
        gateway.process.BeginOutputReadLine();
        gateway.process.BeginErrorReadLine();
        return gateway;
    }

    /// <summary>The gateway that was built with these tests: beside them, in the same configuration.</summary>
    private static string GatewayPath()
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(own.Parent!.Parent!.FullName, "Gateway", own.Name, "OrleansContest.Gateway.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.Enqueue(line ?? "");
            while (output.Count > 200)
            {
                output.Dequeue();
            }
        }
    }

    private async Task BecomeReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync(patience.Token))
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The gateway ended with {process.ExitCode}: {Output}");
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

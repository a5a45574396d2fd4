using System.Diagnostics;
using System.Globalization;

namespace OrleansContest.Testing;

/// <summary>
/// A gateway or silo as its users run it: a process of its own, which can be stopped and killed. It is attached to this one, so that it ends
/// when this one is killed.
/// </summary>
public sealed class ContestProcess : IAsyncDisposable
{
    public const string MasterKey = "test-master-key-0123456789abcdef";

    private readonly Process process;
    private readonly Queue<string> output = new();
    private bool isDisposed;

    private ContestProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.Add("X-Master-Key", MasterKey);
    }

    public int Port { get; }

    public int Id => process.Id;

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

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a gateway and waits until it is ready.</summary>
    /// <param name="dataFolder">The folder of its journals.</param>
    /// <param name="settings">More of its command line.</param>
    public static Task<ContestProcess> StartGatewayAsync(string dataFolder, params string[] settings) =>
        StartGatewayAsync(dataFolder, FreePort.Next(), settings);

    /// <summary>Starts a gateway where its clients look for it, and waits until it is ready.</summary>
    /// <param name="dataFolder">The folder of its journals.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="settings">More of its command line.</param>
    public static Task<ContestProcess> StartGatewayAsync(string dataFolder, int port, params string[] settings) =>
        LaunchAsync("Gateway", port, ["--port", Text(port), "--address", "127.0.0.1", "--data", dataFolder, $"--Security:MasterKey={MasterKey}", .. settings]);

    /// <summary>Starts a silo and waits until it is ready.</summary>
    /// <param name="postgres">The cluster's database.</param>
    /// <param name="settings">More of its command line.</param>
    public static Task<ContestProcess> StartSiloAsync(string postgres, params string[] settings)
    {
        var port = FreePort.Next();
        string[] own =
        [
            $"--Cluster:Postgres={postgres}", $"--Cluster:SiloPort={FreePort.Next()}", $"--Cluster:GatewayPort={FreePort.Next()}",
            $"--urls=http://127.0.0.1:{port}", "--Logging:LogLevel:Default=Warning",
        ];
        return LaunchAsync("Silo", port, [.. own, .. settings]);
    }

    /// <summary>Reads a figure that it shows at <c>/metrics</c>, summed over its tags; 0 when it is not there.</summary>
    /// <param name="name">As it is shown, such as <c>contest_relays</c>; with the tags, as they are shown, for one of its figures.</param>
    public async Task<double> FigureAsync(string name)
    {
        var shown = await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return shown.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is ' ' or '{')
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The program that was built with these tests: beside them, in the same configuration.</summary>
    public static string PathOf(string project)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"OrleansContest.{project}.dll");
    }

    /// <summary>Halts it where it stands, as a machine that hangs.</summary>
    public Task StopAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on after <see cref="StopAsync"/>.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does, and waits until it has.</summary>
    public async Task TerminateAsync()
    {
        await SignalAsync("TERM");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Once more does nothing: who failed to replace a lost process still has it in the list.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        if (!process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        process.Dispose();
    }

    private static async Task<ContestProcess> LaunchAsync(string project, int port, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(project), "--attached", .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var launched = new ContestProcess(Process.Start(start)!, port);
        launched.process.OutputDataReceived += (_, line) => launched.Keep(line.Data);
        launched.process.ErrorDataReceived += (_, line) => launched.Keep(line.Data);
        launched.process.BeginOutputReadLine();
        launched.process.BeginErrorReadLine();
        await launched.BecomeReadyAsync();
        return launched;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Text(process.Id)]);
        await kill.WaitForExitAsync();
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
            throw new InvalidOperationException($"It ended with {process.ExitCode}: {Output}");
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

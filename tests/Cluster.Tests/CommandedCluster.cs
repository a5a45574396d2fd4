using System.Diagnostics;
using System.Text.RegularExpressions;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A cluster as <c>./contest up --cluster</c> runs it: one process that started all the others.</summary>
internal sealed class CommandedCluster : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder folder = new();
    private readonly Queue<string> lines = [];
    private readonly Process command;
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CommandedCluster(string postgres, int silos, int gateways)
    {
        Postgres = postgres;
        Port = FreePort.Next(gateways + 3 * silos);
        var start = new ProcessStartInfo("dotnet",
        [
            ContestProcess.PathOf("Cli"), "cluster", "--silos", $"{silos}", "--gateways", $"{gateways}",
            "--port", $"{Port}", "--silo-port", $"{Port + gateways}", "--data", folder.Path,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Cluster__Postgres"] = postgres;
        command = Process.Start(start)!;
        command.OutputDataReceived += (_, line) => Keep(line.Data);
        command.ErrorDataReceived += (_, line) => Keep(line.Data);
        command.BeginOutputReadLine();
        command.BeginErrorReadLine();
    }

    public string Postgres { get; }

    /// <summary>The first gateway's; the others have the next ones.</summary>
    public int Port { get; }

    public string LogFolder => Path.Combine(folder.Path, "logs");

    /// <summary>All it has said.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    public static async Task<CommandedCluster> StartAsync(int silos, int gateways)
    {
        var postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        return new(postgres, silos, gateways);
    }

    /// <summary>Waits until it says something that matches.</summary>
    /// <returns>The match.</returns>
    public async Task<Match> HearAsync(string pattern)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            var next = Volatile.Read(ref news).Task;
            if (Regex.Match(Output, pattern, RegexOptions.Multiline) is { Success: true } match)
            {
                return match;
            }

            Assert.False(command.HasExited || limit.IsCancellationRequested, $"'{pattern}' was not said, only:\n{Output}");
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None));
        }
    }

    /// <summary>The number of a silo's or gateway's process.</summary>
    public async Task<int> IdOfAsync(string name) => int.Parse((await HearAsync($@"{name} +starting +process (\d+)")).Groups[1].Value);

    /// <summary>Sends a signal to one of its processes.</summary>
    public async Task SignalAsync(string signal, string name) => await SignalAsync(signal, await IdOfAsync(name));

    /// <summary>Sends a signal to the command itself.</summary>
    public Task SignalAsync(string signal) => SignalAsync(signal, command.Id);

    /// <summary>Waits for the command's end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(patience);
        await command.WaitForExitAsync(limit.Token);
        return command.ExitCode;
    }

    /// <summary>Waits until a process is no more; one that nobody has collected counts as gone.</summary>
    public static async Task GoneAsync(int id)
    {
        using var limit = new CancellationTokenSource(patience);
        while (await StateOfAsync(id) is not ("" or "Z"))
        {
            Assert.False(limit.IsCancellationRequested, $"Process {id} lingers.");
        }
    }

    /// <summary>Whatever a test leaves, ends with the command.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!command.HasExited)
        {
            command.Kill();
            await command.WaitForExitAsync();
        }

        foreach (Match started in Regex.Matches(Output, @"starting +process (\d+)"))
        {
            await GoneAsync(int.Parse(started.Groups[1].Value));
        }

        command.Dispose();
        folder.Dispose();
    }

    private static async Task SignalAsync(string signal, int id)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task<string> StateOfAsync(int id)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", $"{id}"]) { RedirectStandardOutput = true })!;
        var state = await ps.StandardOutput.ReadToEndAsync();
        await ps.WaitForExitAsync();
        return state.Trim().Length == 0 ? "" : state.Trim()[..1];
    }

    private void Keep(string? line)
    {
        lock (lines)
        {
            lines.Enqueue(line ?? "");
        }

        Interlocked.Exchange(ref news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}

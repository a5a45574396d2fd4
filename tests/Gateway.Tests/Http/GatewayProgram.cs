using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OrleansContest.Gateway.Tests.Http;

/// <summary>The gateway as a process of its own, on a data folder that outlives it.</summary>
internal sealed partial class GatewayProgram : IDisposable
{
    private readonly Process process;

    private GatewayProgram(Process process) => this.process = process;

    public List<string> Output { get; } = [];

    /// <summary>Starts it and waits until it says where it serves.</summary>
    public static async Task<GatewayProgram> ServingAsync(params string[] arguments)
    {
        var program = Start(arguments);
        while (!program.Output.Any(line => line.StartsWith("Serving at ", StringComparison.Ordinal)))
        {
            var line = await program.process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            program.Output.Add(line ?? throw new InvalidOperationException(await program.process.StandardError.ReadToEndAsync()));
        }

        return program;
    }

    /// <summary>Starts it where it cannot serve, and waits for its end.</summary>
    public static async Task<(int ExitCode, string Error)> FailingAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        var error = await program.process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await program.process.WaitForExitAsync();
        return (program.process.ExitCode, error);
    }

    public HttpClient Client(string? masterKey = null)
    {
        var address = Address().Match(string.Join('\n', Output)).Value;
        var client = new HttpClient { BaseAddress = new Uri(address) };
        if (masterKey is not null)
        {
            client.DefaultRequestHeaders.Add("X-Master-Key", masterKey);
        }

        return client;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    /// <returns>The exit code, and what it said on the way.</returns>
    public async Task<(int ExitCode, string Error)> TerminateAsync()
    {
        await SignalAsync("TERM");
        return await EndAsync();
    }

    /// <summary>Closes its input, as the death of its holder does.</summary>
    /// <returns>The exit code, and what it said on the way.</returns>
    public Task<(int ExitCode, string Error)> EndInputAsync()
    {
        process.StandardInput.Close();
        return EndAsync();
    }

    /// <summary>Sends it a signal, and returns when that is sent.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<(int ExitCode, string Error)> EndAsync()
    {
        var rest = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Output.AddRange(rest.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    private static GatewayProgram Start(string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "OrleansContest.Gateway.dll");
        var start = new ProcessStartInfo("dotnet", [path, "--address=127.0.0.1", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new GatewayProgram(Process.Start(start)!);
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}

using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace OrleansContest.Tests.Processes;

/// <summary>The stock <c>socket.io-client</c> from npm, in a Node of its own, installed once into a temporary folder.</summary>
internal sealed class StockClient : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<(string? Folder, string? WhyNot)> installed = new(Install);

    private readonly Process node;
    private readonly Channel<JsonElement> heard = Channel.CreateUnbounded<JsonElement>();

    private StockClient(Process node)
    {
        this.node = node;
        node.OutputDataReceived += (_, line) => Hear(line.Data);
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
    }

    /// <summary>Why it cannot be had here; null when it can.</summary>
    public static string? WhyAbsent => installed.Value.WhyNot;

    /// <param name="url">The server and the namespace.</param>
    /// <param name="options">The client's own options, as JSON.</param>
    public static async Task<StockClient> ConnectAsync(string url, string options = "{}")
    {
        var start = new ProcessStartInfo("node", [Path.Combine(installed.Value.Folder!, "client.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var client = new StockClient(Process.Start(start)!);
        await client.DoAsync($$"""{"do":"connect","url":"{{url}}","options":{{options}}}""");
        return client;
    }

    /// <summary>Emits an event whose arguments are these, as JSON.</summary>
    public Task EmitAsync(string arguments, bool ack = false) => DoAsync($$"""{"do":"emit","args":[{{arguments}}],"ack":{{(ack ? "true" : "false")}}}""");

    /// <summary>The next thing of that name that it hears; others before it are passed over.</summary>
    public async Task<JsonElement> HearsAsync(string name, Func<JsonElement, bool>? condition = null)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            var next = await heard.Reader.ReadAsync(deadline.Token);
            var data = next.GetProperty("data");
            if (next.GetProperty("event").GetString() == name && condition?.Invoke(data) != false)
            {
                return data;
            }
        }
    }

    /// <summary>The next things that it hears, whatever they are: their names, up to one of them.</summary>
    public async Task<List<string>> HearsUpToAsync(string name)
    {
        using var deadline = new CancellationTokenSource(patience);
        var names = new List<string>();
        while (names.LastOrDefault() != name)
        {
            names.Add((await heard.Reader.ReadAsync(deadline.Token)).GetProperty("event").GetString()!);
        }

        return names;
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private async Task DoAsync(string command)
    {
        await node.StandardInput.WriteLineAsync(command);
        await node.StandardInput.FlushAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            heard.Writer.TryComplete();
        }
        else
        {
            heard.Writer.TryWrite(JsonSerializer.Deserialize<JsonElement>(line));
        }
    }

    private static (string? Folder, string? WhyNot) Install()
    {
        try
        {
            var folder = Directory.CreateTempSubdirectory("contest-stock-client-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "StockClient")))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var start = new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var npm = Process.Start(start)!;
            npm.OutputDataReceived += (_, _) => { };
            npm.BeginOutputReadLine();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? (folder, null) : (null, $"npm cannot install socket.io-client here: {errors.Trim().ReplaceLineEndings(" ")}");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return (null, $"Node and npm are not installed here: {fault.Message}");
        }
    }
}

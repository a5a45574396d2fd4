using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Browser;

/// <summary>A browser without a window, with a profile of its own, that tests drive over its debugging port.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Announcement = "DevTools listening on ";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("contest-browser-");
    private readonly ClientWebSocket debugger = new();
    private Process? process;
    private int asked;

    /// <summary>The program; null where none is installed.</summary>
    public static string? Program { get; } =
        (from name in (string[])["chromium", "chromium-browser", "google-chrome"]
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>Does nothing where there is no browser: then its tests are skipped.</summary>
    public async Task InitializeAsync()
    {
        if (Program is not null)
        {
            process = Process.Start(StartInfo())!;
            await AttachAsync(await PortAsync(process));
        }
    }

    public Task OpenAsync(Uri page) => AskAsync("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri });

    /// <summary>Completes when an expression has become true in the page; fails with what the page shows instead.</summary>
    public async Task SeesAsync(string expression)
    {
        var script = $$"""
            new Promise((found, missed) => {
              const until = Date.now() + 20000;
              const look = () => document.readyState === 'complete' && ({{expression}}) ? found() : Date.now() > until ? missed(document.body.innerText) : setTimeout(look, 20);
              look();
            })
            """;
        var answer = await AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = script, ["awaitPromise"] = true });
        Assert.True(answer["exceptionDetails"] is null, $"The page never had {expression}, but: {answer["result"]?["value"] ?? answer.ToJsonString()}");
    }

    public async Task DisposeAsync()
    {
        debugger.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        profile.Delete(recursive: true);
    }

    private ProcessStartInfo StartInfo()
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
        ];
        return new ProcessStartInfo(Program!, Environment.UserName == "root" ? [.. arguments, "--no-sandbox"] : arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
    }

    /// <summary>Waits until the browser says where it listens, and lets go what else it says.</summary>
    private static async Task<int> PortAsync(Process process)
    {
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Announcement, StringComparison.Ordinal) == true)
            {
                listening.TrySetResult(new Uri(line.Data[Announcement.Length..]).Port);
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return await listening.Task.WaitAsync(patience);
    }

    private async Task AttachAsync(int port)
    {
        using var http = new HttpClient { Timeout = patience };
        var pages = await http.GetFromJsonAsync<JsonArray>($"http://127.0.0.1:{port}/json/list");
        var page = pages!.First(target => (string?)target!["type"] == "page");
        await debugger.ConnectAsync(new Uri((string)page!["webSocketDebuggerUrl"]!), CancellationToken.None);
    }

    private async Task<JsonObject> AskAsync(string method, JsonObject parameters)
    {
        using var deadline = new CancellationTokenSource(patience);
        var question = new JsonObject { ["id"] = ++asked, ["method"] = method, ["params"] = parameters };
        await debugger.SendAsync(JsonSerializer.SerializeToUtf8Bytes(question), WebSocketMessageType.Text, true, deadline.Token);
        JsonObject answer;
        do
        {
            answer = await HearAsync(deadline.Token);
        }
        while ((int?)answer["id"] != asked);

        return answer["result"] as JsonObject ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    private async Task<JsonObject> HearAsync(CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        var buffer = new byte[1 << 14];
        ValueWebSocketReceiveResult piece;
        do
        {
            piece = await debugger.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            await message.WriteAsync(buffer.AsMemory(0, piece.Count), cancellationToken);
        }
        while (!piece.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!.AsObject();
    }
}

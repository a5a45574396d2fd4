using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Cluster;

[NeedsPostgres]
public sealed class StartingAClusterByCommand(ITestOutputHelper output)
{
    [ContractFact]
    public async Task Runs_it_shows_who_is_lost_and_stops_it_cleanly()
    {
        await using var cluster = await CommandedCluster.StartAsync(silos: 2, gateways: 2);
        await using var said = new Saying(cluster, output);
        foreach (var member in (string[])["silo-1", "silo-2", "gateway-1", "gateway-2"])
        {
            await cluster.HearAsync($"{member} +healthy");
        }

        using var first = await GatewayAsync(cluster, 0);
        using var second = await GatewayAsync(cluster, 1);
        using var created = await first.PostAsJsonAsync("/api/contests", new { id = "fd-26", name = "Field Day", rules = "ARRL-FD", open = true });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        await LogThroughTheGatewayAsync(first);
        await LogThroughTheClientAsync(cluster.Postgres);
        Assert.Equal(["DL1ABC", "K1ABC"], await CallsignsAsync(second));

        using var spectator = new ClientWebSocket();
        await spectator.ConnectAsync(new Uri($"ws://127.0.0.1:{cluster.Port}/ws"), CancellationToken.None);
        await cluster.SignalAsync("KILL", "silo-2");
        await cluster.HearAsync(@"silo-2 +LOST +killed.*signal 9.*silo-2\.log$");
        await cluster.SignalAsync("TERM");

        Assert.Equal(1001, await CloseCodeAsync(spectator));
        Assert.Equal(0, await cluster.EndAsync());
        await cluster.HearAsync(@"gateway-\d +stopped[\s\S]*gateway-\d +stopped[\s\S]*silo-1 +stopping[\s\S]*silo-1 +stopped");
        foreach (var member in (string[])["silo-1", "gateway-1", "gateway-2"])
        {
            await CommandedCluster.GoneAsync(await cluster.IdOfAsync(member));
        }

        CheckLogs(cluster, await KeyAsync(cluster));
    }

    [ContractFact]
    public async Task Stops_cleanly_what_is_still_starting()
    {
        await using var cluster = await CommandedCluster.StartAsync(silos: 2, gateways: 1);
        await using var said = new Saying(cluster, output);
        await cluster.HearAsync("silo-2 +starting");
        await cluster.SignalAsync("TERM");

        Assert.Equal(1, await cluster.EndAsync());
        await cluster.HearAsync("silo-1 +stopped$");
        await cluster.HearAsync("silo-2 +stopped$");
    }

    [ContractFact]
    public async Task Leaves_nobody_behind_when_it_is_killed()
    {
        await using var cluster = await CommandedCluster.StartAsync(silos: 1, gateways: 1);
        await using var said = new Saying(cluster, output);
        await cluster.HearAsync("gateway-1 +healthy");
        var (silo, gateway) = (await cluster.IdOfAsync("silo-1"), await cluster.IdOfAsync("gateway-1"));
        await cluster.SignalAsync("KILL");

        await CommandedCluster.GoneAsync(silo);
        await CommandedCluster.GoneAsync(gateway);
    }

    private static async Task<string> KeyAsync(CommandedCluster cluster) =>
        (await cluster.HearAsync(@"^Master key \(X-Master-Key\): ([0-9a-f]{64})$")).Groups[1].Value;

    private static async Task<HttpClient> GatewayAsync(CommandedCluster cluster, int number)
    {
        var gateway = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{cluster.Port + number}") };
        gateway.DefaultRequestHeaders.Add("X-Master-Key", await KeyAsync(cluster));
        return gateway;
    }

    private static async Task LogThroughTheGatewayAsync(HttpClient gateway)
    {
        var entry = new { contestId = "fd-26", stationId = "W1AW", callsign = "DL1ABC", band = "20", mode = "CW", qsoDate = "2026-06-27", qsoTime = "18:00" };
        using var answer = await gateway.PostAsJsonAsync("/api/logs", entry);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>The program that the README shows.</summary>
    private static async Task LogThroughTheClientAsync(string postgres)
    {
        using var ingest = Process.Start(new ProcessStartInfo("dotnet", [ContestProcess.PathOf("Ingest"), postgres])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (text, errors) = (ingest.StandardOutput.ReadToEndAsync(), ingest.StandardError.ReadToEndAsync());
        await ingest.WaitForExitAsync();
        Assert.Equal((0, ""), (ingest.ExitCode, await errors));
        Assert.Contains("Logged: ", await text, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> CallsignsAsync(HttpClient gateway)
    {
        var entries = await gateway.GetFromJsonAsync<JsonElement[]>("/api/logs?contestId=fd-26");
        return entries!.Select(entry => entry.GetProperty("callsign").GetString()!).Order();
    }

    private static async Task<int> CloseCodeAsync(ClientWebSocket spectator)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var buffer = new byte[64 << 10];
        while ((await spectator.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        return (int)spectator.CloseStatus!.Value;
    }

    /// <summary>Each process has a log that tells something, and no log tells the key.</summary>
    private static void CheckLogs(CommandedCluster cluster, string key)
    {
        var logs = Directory.GetFiles(cluster.LogFolder).Order().ToList();
        Assert.Equal(["gateway-1.log", "gateway-2.log", "silo-1.log", "silo-2.log"], logs.Select(Path.GetFileName));
        Assert.All(logs.Select(File.ReadAllText), text => Assert.NotEmpty(text));
        Assert.All(logs.Select(File.ReadAllText), text => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
    }

    /// <summary>Gives what the command has said to whoever reads of a test that failed.</summary>
    private sealed class Saying(CommandedCluster cluster, ITestOutputHelper output) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            output.WriteLine(cluster.Output);
            return ValueTask.CompletedTask;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using OrleansContest.Bench.Cluster;
using OrleansContest.Bench.Latency;
using OrleansContest.Bench.Log;
using Spectre.Console;

namespace OrleansContest.Bench.Idle;

/// <summary>What a cluster costs in which nothing happens, and how long an entry takes in it, by how the stream's queues are polled.</summary>
internal static class CostOfPolling
{
    private const string contest = "bench";

    /// <summary>So few that nothing waits for anything.</summary>
    private const double entriesPerSecond = 7;

    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(5);

    private static readonly (int Milliseconds, int Queues)[] settings = [(10, 1), (10, 2), (10, 8), (50, 2), (100, 2), (100, 8)];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var rows = settings.Select(setting => (Setting: setting, Silo: new Figures(), Gateway: new Figures(), Half: new Figures(), Most: new Figures())).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var row in rows)
            {
                await MeasureAsync(options, row.Setting, row.Silo, row.Gateway, row.Half, row.Most);
            }
        }

        var table = new Table().AddColumns("poll, ms", "queues", "a silo, % of a core", "a gateway, % of a core", "entry to spectator p50, ms", "p99, ms");
        foreach (var (setting, silo, gateway, half, most) in rows)
        {
            table.AddRow(Text(setting.Milliseconds), Text(setting.Queues), silo.ToString(), gateway.ToString(), half.ToString(), most.ToString());
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task MeasureAsync(
        BenchOptions options, (int Milliseconds, int Queues) setting, Figures silo, Figures gateway, Figures half, Figures most)
    {
        await using var cluster = await MeasuredCluster.StartAsync(
            options, $"--Cluster:PollMilliseconds={setting.Milliseconds}", $"--Cluster:Queues={setting.Queues}");
        await MeasuredCluster.CreateContestAsync(cluster.Gateways[0], contest);
        var length = TimeSpan.FromSeconds(options.Seconds);
        var loop = new OpenLoop(0, entriesPerSecond, length, cluster.Gateways.Count);
        await using var watch = await Watch.BeginAsync(cluster.Gateways, contest, (n, message, at) => loop.See(n, message, at));
        using var posters = new Posters(cluster.Gateways, contest, clients: 2);
        await posters.FillAsync(1_000_000, warmUp);
        await Task.Delay(warmUp, TimeProvider.System);

        var (use, started) = (new ProcessorUse(cluster), Stopwatch.GetTimestamp());
        await Task.Delay(length, TimeProvider.System);
        var elapsed = Stopwatch.GetElapsedTime(started);
        silo.Add(100 * (use.Silos / elapsed) / cluster.Silos.Count);
        gateway.Add(100 * (use.Gateways / elapsed) / cluster.Gateways.Count);

        await loop.RunAsync(posters.All);
        half.Add(loop.Percentile(0.5));
        most.Add(loop.Percentile(0.99));
        AnsiConsole.MarkupLineInterpolated($"{setting.Milliseconds} ms, {setting.Queues} queues: a silo {silo.Last:N1} %, a gateway {gateway.Last:N1} %, p50 {half.Last:N1} ms, p99 {most.Last:N1} ms");
    }
}

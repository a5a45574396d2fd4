using OrleansContest.Bench.Cluster;
using OrleansContest.Bench.Log;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Latency;

/// <summary>How long it takes from the moment an entry is due until a spectator has it, at half of the load that can be borne.</summary>
internal static class IngestToSpectator
{
    private const string contest = "bench";

    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(2);

    public static Task<int> RunAsync(BenchOptions options) => options.IsCluster ? RunClusterAsync(options) : RunEmbeddedAsync(options);

    private static async Task<int> RunClusterAsync(BenchOptions options)
    {
        await using var cluster = await MeasuredCluster.StartAsync(options);
        await MeasureAsync(options, cluster.Gateways, $"{options.Silos} silos, {options.Gateways} gateways");
        return 0;
    }

    private static async Task<int> RunEmbeddedAsync(BenchOptions options)
    {
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, "--Logging:LogLevel:Default=Warning");
        await MeasureAsync(options, [gateway], "embedded engine");
        return 0;
    }

    private static async Task MeasureAsync(BenchOptions options, IReadOnlyList<ContestProcess> gateways, string what)
    {
        await MeasuredCluster.CreateContestAsync(gateways[0], contest);
        var loop = new OpenLoop(0, 1, TimeSpan.Zero, gateways.Count);
        await using var watch = await Watch.BeginAsync(gateways, contest, (n, message, at) => Volatile.Read(ref loop).See(n, message, at));
        await FillAsync(gateways, options.Clients, 0, warmUp);

        var (rates, half, most) = (new Figures(), new Figures(), new Figures());
        for (var round = 0; round < options.Rounds; round++)
        {
            rates.Add(await FillAsync(gateways, options.Clients, (round + 1) * 1_000_000, TimeSpan.FromSeconds(options.Seconds)) / 2);
            await Task.Delay(settling, TimeProvider.System);
            Volatile.Write(ref loop, new OpenLoop(((round + 1) * 1_000_000) + 500_000, rates.Last, TimeSpan.FromSeconds(options.Seconds), gateways.Count));
            using var posters = new Posters(gateways, contest, options.Clients);
            await loop.RunAsync(posters.All);
            half.Add(loop.Percentile(0.5));
            most.Add(loop.Percentile(0.99));
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {rates.Last:N0} entries/s, p50 {half.Last:N1} ms, p99 {most.Last:N1} ms, {loop.Missing} not seen singly");
        }

        AnsiConsole.Write(new Table().AddColumns($"from due to seen, {what}", "median (min … max)")
            .AddRow("entries/s, half of what was borne just before", rates.ToString())
            .AddRow("p50, ms", half.ToString())
            .AddRow("p99, ms", most.ToString()));
    }

    /// <returns>Entries per second that were borne.</returns>
    private static async Task<double> FillAsync(IReadOnlyList<ContestProcess> gateways, int clients, int from, TimeSpan length)
    {
        using var posters = new Posters(gateways, contest, clients);
        return await posters.FillAsync(from, length);
    }
}

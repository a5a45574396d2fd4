using System.Text;
using OrleansContest.Bench.Cluster;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Log;

/// <summary>Durable single entries per second through HTTP, beside one flushed write an entry.</summary>
internal static class SingleEntries
{
    private const string contest = "bench";

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (flushed, posted, ratio) = (new Figures(), new Figures(), new Figures());
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, "--Logging:LogLevel:Default=Warning");
        await MeasuredCluster.CreateContestAsync(gateway, contest);
        await PostAsync(gateway, options with { Seconds = 2 }, 900_000);
        var entry = Encoding.ASCII.GetBytes(Poster.Entry(1, 1, contest));
        for (var round = 0; round < options.Rounds; round++)
        {
            var alone = FlushedWrites.Measure(entry, TimeSpan.FromSeconds(options.Seconds));
            var together = await PostAsync(gateway, options, round * 100_000);
            flushed.Add(alone);
            posted.Add(together);
            ratio.Add(together / alone);
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {alone:N0} flushed writes/s, {together:N0} entries/s");
        }

        AnsiConsole.Write(new Table().AddColumns("durable single entries per second", "median (min … max)")
            .AddRow("one flushed write an entry", flushed.ToString())
            .AddRow($"POST /api/logs, {options.Clients} clients", posted.ToString())
            .AddRow("ratio", ratio.ToString()));
        return 0;
    }

    /// <returns>Entries acknowledged per second.</returns>
    private static async Task<double> PostAsync(ContestProcess gateway, BenchOptions options, int from)
    {
        using var posters = new Posters([gateway], contest, options.Clients);
        return await posters.FillAsync(from, TimeSpan.FromSeconds(options.Seconds));
    }
}

using OrleansContest.Bench.Cluster;
using Spectre.Console;

namespace OrleansContest.Bench.Log;

/// <summary>Durable entries per second through a cluster, one by one and in batches, beside one transaction an entry.</summary>
internal static class ClusterEntries
{
    private const string contest = "bench";
    private const int batch = 100;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        await using var cluster = await MeasuredCluster.StartAsync(options);
        await using var transactions = await Transactions.PrepareAsync(await cluster.Postgres.CreateDatabaseAsync(), options.Clients);
        await MeasuredCluster.CreateContestAsync(cluster.Gateways[0], contest);
        var (alone, together, single, batched) = (new Figures(), new Figures(), new Figures(), new Figures());
        await PostAsync(cluster, options with { Seconds = 10 }, 16_000_000, 1);
        await PostAsync(cluster, options, 17_000_000, batch);
        for (var round = 0; round < options.Rounds; round++)
        {
            var length = TimeSpan.FromSeconds(options.Seconds);
            alone.Add(await transactions.MeasureAsync(1, length));
            single.Add(await PostAsync(cluster, options, round * 1_000_000, 1));
            together.Add(await transactions.MeasureAsync(options.Clients, length));
            batched.Add(await PostAsync(cluster, options, (round * 1_000_000) + 500_000, batch));
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {alone.Last:N0} and {together.Last:N0} transactions/s; {single.Last:N0} entries/s one by one, {batched.Last:N0} in batches");
        }

        AnsiConsole.Write(new Table().AddColumns("durable entries per second", "median (min … max)", $"beside one connection", $"beside {options.Clients} connections")
            .AddRow("one transaction an entry, one connection", alone.ToString(), "1", "")
            .AddRow($"one transaction an entry, {options.Clients} connections", together.ToString(), Ratio(together, alone), "1")
            .AddRow($"POST /api/logs, {options.Clients} clients, {options.Silos} silos", single.ToString(), Ratio(single, alone), Ratio(single, together))
            .AddRow($"POST /api/logs/batch of {batch}, {options.Clients} clients", batched.ToString(), Ratio(batched, alone), Ratio(batched, together)));
        return 0;
    }

    private static string Ratio(Figures figures, Figures beside) => $"{figures.Median / beside.Median:N1} ×";

    /// <returns>Entries acknowledged per second.</returns>
    private static async Task<double> PostAsync(MeasuredCluster cluster, BenchOptions options, int from, int entriesEach)
    {
        using var posters = new Posters(cluster.Gateways, contest, options.Clients, entriesEach);
        var use = new ProcessorUse(cluster);
        var rate = await posters.FillAsync(from, TimeSpan.FromSeconds(options.Seconds));
        var entries = posters.All.Sum(poster => poster.Posted);
        AnsiConsole.MarkupLineInterpolated($"  µs of processor an entry: clients {use.Clients.TotalMicroseconds / entries:N0}, gateways {use.Gateways.TotalMicroseconds / entries:N0}, silos {use.Silos.TotalMicroseconds / entries:N0}");
        return rate;
    }
}

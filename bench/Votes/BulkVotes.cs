using OrleansContest.Bench.Cluster;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Votes;

/// <summary>Durable votes a second in bulk, of one match.</summary>
internal static class BulkVotes
{
    private const int Requests = 4;

    /// <summary>On the embedded engine and files.</summary>
    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, "--Logging:LogLevel:Default=Error");
        await VoteCarrier.CreateMatchAsync(gateway);
        await VoteCarrier.MeasureAsync([gateway], 100_000_000, Requests, clients: 1);
        var figures = new Figures();
        for (var round = 0; round < options.Rounds; round++)
        {
            var before = gateway.ProcessorTime;
            figures.Add(await VoteCarrier.MeasureAsync([gateway], FirstOf(round), Requests, clients: 1));
            var each = (gateway.ProcessorTime - before).TotalMicroseconds / (Requests * VoteCarrier.PerRequest);
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {figures.Last:N0} votes/s, {each:N1} µs of processor a vote");
        }

        AnsiConsole.Write(new Table().AddColumns("durable votes per second, one match", "median (min … max)").AddRow("embedded, one client, bulks of 100,000", figures.ToString()));
        return 0;
    }

    /// <summary>Through a cluster, beside one upsert a vote on the same PostgreSQL.</summary>
    public static async Task<int> RunOnClusterAsync(BenchOptions options)
    {
        await using var cluster = await MeasuredCluster.StartAsync(options);
        await using var upserts = await Upserts.PrepareAsync(await cluster.Postgres.CreateDatabaseAsync(), options.Clients);
        await VoteCarrier.CreateMatchAsync(cluster.Gateways[0]);
        await VoteCarrier.MeasureAsync(cluster.Gateways, 100_000_000, 1, clients: 1);
        var (alone, bulk) = (new Figures(), new Figures());
        for (var round = 0; round < options.Rounds; round++)
        {
            alone.Add(await upserts.MeasureAsync(options.Clients, TimeSpan.FromSeconds(options.Seconds)));
            bulk.Add(await VoteCarrier.MeasureAsync(cluster.Gateways, FirstOf(round), Requests / 2, clients: 1));
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {alone.Last:N0} upserts/s, {bulk.Last:N0} votes/s in bulk");
        }

        AnsiConsole.Write(new Table().AddColumns("durable votes per second, one match", "median (min … max)", "ratio")
            .AddRow($"one upsert a vote, {options.Clients} connections", alone.ToString(), "1")
            .AddRow($"bulks of 100,000, {options.Silos} silos", bulk.ToString(), $"{bulk.Median / alone.Median:N1} ×"));
        return 0;
    }

    private static int FirstOf(int round) => round * Requests * VoteCarrier.PerRequest;
}

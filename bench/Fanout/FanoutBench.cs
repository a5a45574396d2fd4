using System.Globalization;
using Spectre.Console;

namespace OrleansContest.Bench.Fanout;

/// <summary>Updates to a thousand spectators, through this gateway and through what people would use instead, in turns.</summary>
internal static class FanoutBench
{
    private const int idleSpectators = 4000;
    private const int tableWidth = 180;
    private const string singly = "--Gateway:Feeds:GatherFor=00:00:00";

    /// <summary>As the budget has it, and where updates outpace what an eye can follow.</summary>
    private static readonly int[] rates = [50, 100];

    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, tableWidth);
        var updateBytes = await MeasureAnUpdateAsync();
        var contenders = new List<Contender>();
        try
        {
            await foreach (var server in StartAllAsync(options, updateBytes))
            {
                AnsiConsole.MarkupLineInterpolated($"{server.Name} warms up …");
                contenders.Add(await Contender.StartAsync(server, options, rates, warmUp));
            }

            await RunAsync(options, contenders);
            AnsiConsole.MarkupLineInterpolated($"{options.Clients} spectators, updates of {updateBytes} bytes, {options.Rounds} rounds of {options.Seconds} s; median (least … most)");
            ShowFrames(contenders);
            await MeasureMemoryAsync(contenders);
            ShowMemory(contenders);
            return 0;
        }
        finally
        {
            foreach (var contender in contenders)
            {
                await contender.DisposeAsync();
            }
        }
    }

    private static async Task RunAsync(BenchOptions options, IReadOnlyList<Contender> contenders)
    {
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                foreach (var rate in rates)
                {
                    await contender.RunAsync(rate, TimeSpan.FromSeconds(options.Seconds));
                }
            }

            AnsiConsole.MarkupLineInterpolated($"round {round + 1}, µs a frame so far: {string.Join(", ", contenders.Select(each => $"{each.Name} {each.Rows[rates[0]].PerFrame:N1}"))}");
        }
    }

    /// <summary>One after another, and whoever was measured lets its spectators go: so many sockets at once no process may have.</summary>
    private static async Task MeasureMemoryAsync(IReadOnlyList<Contender> contenders)
    {
        foreach (var contender in contenders)
        {
            await contender.MeasureMemoryAsync(idleSpectators);
            await contender.DisposeAsync();
        }
    }

    /// <summary>How long a message of ours is: the others are given updates of that length.</summary>
    private static async Task<int> MeasureAnUpdateAsync()
    {
        await using var server = await ContestServer.StartEmbeddedAsync("");
        using var spectators = new Spectators(server);
        await spectators.ConnectAsync(1);
        return (await new Turn(server, spectators).RunAsync(20, TimeSpan.FromSeconds(1))).Bytes;
    }

    private static async IAsyncEnumerable<IFanoutServer> StartAllAsync(BenchOptions options, int updateBytes)
    {
        if (options.IsCluster)
        {
            yield return await ContestServer.StartClusterAsync("gateway of a cluster");
        }
        else
        {
            yield return await ContestServer.StartEmbeddedAsync("gateway");
            yield return await ContestServer.StartEmbeddedAsync("gateway, nothing gathered", singly);
        }

        foreach (var recipe in await Beside.PrepareAsync())
        {
            yield return await PlainServer.StartAsync(recipe, updateBytes);
        }
    }

    private static void ShowFrames(IReadOnlyList<Contender> contenders)
    {
        foreach (var rate in rates)
        {
            var rows = contenders.Select(each => each.Rows[rate]).ToList();
            var floor = (rows.Find(row => row.Name == Beside.Floor) ?? rows[0]).PerFrame;
            var table = new Table().Title($"{rate} updates a second").AddColumns(
                "", "server CPU a frame, µs", "of the floor", "delivered/s", "p50, ms", "p99, ms", "not delivered");
            rows.ForEach(row => table.AddRow(row.Cells(floor)));
            AnsiConsole.Write(table);
        }
    }

    private static void ShowMemory(IReadOnlyList<Contender> contenders)
    {
        var idle = new Table().Title($"{idleSpectators} more idle spectators").AddColumns("", "memory, KB each");
        foreach (var contender in contenders)
        {
            idle.AddRow(contender.Name, string.Create(CultureInfo.InvariantCulture, $"{contender.MemoryEach:N1}"));
        }

        AnsiConsole.Write(idle);
    }
}

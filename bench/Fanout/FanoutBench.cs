using System.Globalization;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Fanout;

/// <summary>Updates to a thousand spectators, through this gateway and through what people would use instead, in turns.</summary>
internal static class FanoutBench
{
    private const int idleSpectators = 4000;
    private const string embedded = "gateway, embedded";

    /// <summary>As the budget has it, and where updates outpace what an eye can follow.</summary>
    private static readonly int[] rates = [50, 100];

    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var updateBytes = await MeasureAnUpdateAsync();
        var sides = await SidesAsync(updateBytes);
        var rows = rates.ToDictionary(rate => rate, _ => sides.Select(side => new FanoutRow(side.Name)).ToList());
        var memory = sides.Select(_ => new Figures()).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var n = 0; n < sides.Count; n++)
            {
                await using var server = await sides[n].Start();
                using var spectators = new Spectators(server);
                var turn = new Turn(server, spectators);
                await spectators.ConnectAsync(options.Clients);
                await turn.RunAsync(rates[0], warmUp);
                foreach (var rate in rates)
                {
                    rows[rate][n].Add(await turn.RunAsync(rate, TimeSpan.FromSeconds(options.Seconds)));
                }

                memory[n].Add(await turn.MemoryEachAsync(idleSpectators));
                AnsiConsole.MarkupLineInterpolated($"round {round + 1}, {sides[n].Name}: {rows[rates[0]][n].PerFrame:N1} µs a frame so far, {memory[n].Last:N1} KB a spectator");
            }
        }

        Show(options, updateBytes, rows, sides.Zip(memory, (side, each) => (side.Name, each)));
        return 0;
    }

    /// <summary>How long a message of ours is: the others are given updates of that length.</summary>
    private static async Task<int> MeasureAnUpdateAsync()
    {
        await using var server = await ContestServer.StartEmbeddedAsync(embedded);
        using var spectators = new Spectators(server);
        await spectators.ConnectAsync(1);
        return (await new Turn(server, spectators).RunAsync(20, TimeSpan.FromSeconds(1))).Bytes;
    }

    private static async Task<List<Side>> SidesAsync(int updateBytes)
    {
        var sides = new List<Side>
        {
            new(embedded, async () => await ContestServer.StartEmbeddedAsync(embedded)),
        };
        if (File.Exists(ContestProcess.PathOf("Silo")))
        {
            sides.Add(new Side("gateway of two silos", async () => await ContestServer.StartClusterAsync("gateway of two silos")));
        }

        foreach (var recipe in await Beside.PrepareAsync())
        {
            sides.Add(new Side(recipe.Name, async () => await PlainServer.StartAsync(recipe, updateBytes)));
        }

        return sides;
    }

    private static void Show(
        BenchOptions options, int updateBytes, Dictionary<int, List<FanoutRow>> rows, IEnumerable<(string Name, Figures Memory)> memory)
    {
        AnsiConsole.MarkupLineInterpolated($"{options.Clients} spectators, updates of {updateBytes} bytes, {options.Rounds} rounds of {options.Seconds} s; median (least … most)");
        foreach (var rate in rates)
        {
            var floor = (rows[rate].Find(row => row.Name == Beside.Floor) ?? rows[rate][0]).PerFrame;
            var table = new Table().Title($"{rate} updates a second").AddColumns(
                "", "server CPU a frame, µs", "of the floor", "server CPU an update, ms", "delivered/s", "p50, ms", "p99, ms", "not delivered");
            rows[rate].ForEach(row => table.AddRow(row.Cells(floor)));
            AnsiConsole.Write(table);
        }

        var idle = new Table().Title(string.Create(CultureInfo.InvariantCulture, $"memory of {idleSpectators} more idle spectators")).AddColumns("", "KB each");
        foreach (var (name, figures) in memory)
        {
            idle.AddRow(name, figures.ToString());
        }

        AnsiConsole.Write(idle);
    }

    private sealed record Side(string Name, Func<Task<IFanoutServer>> Start);
}

using OrleansContest.Bench.Cluster;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Pause;

/// <summary>How long stations and spectators wait when a silo is killed, with the membership settings of Orleans and with ours.</summary>
internal static class SilosDeath
{
    private const string contest = "bench";

    /// <summary>Acknowledgements and updates that everybody must have had before a pause counts as over.</summary>
    private const int enough = 50;

    /// <summary>A first update may be followed by another pause, while the rest of the cluster finds itself again.</summary>
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(15);

    private static readonly string[] ofOrleans = ["--Cluster:ProbeSeconds=5", "--Cluster:MissedProbes=3"];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var table = new Table().AddColumns("seconds without", "an acknowledgement: median (min … max)", "an update: median (min … max)");
        foreach (var (name, settings) in new[] { ("tuned", Array.Empty<string>()), ("as Orleans has them", ofOrleans) })
        {
            foreach (var isHost in new[] { true, false })
            {
                var (stations, watchers) = await MeasureAsync(options, settings, isHost);
                table.AddRow($"{name}; the silo {(isHost ? "with" : "without")} the contest killed", stations.ToString(), watchers.ToString());
            }
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<(Figures Stations, Figures Watchers)> MeasureAsync(BenchOptions options, string[] settings, bool isHost)
    {
        var (stations, watchers) = (new Figures(), new Figures());
        await using var cluster = await MeasuredCluster.StartAsync(options, settings);
        await MeasuredCluster.CreateContestAsync(cluster.Gateways[0], contest);
        await using var crowd = new Crowd(cluster, contest);
        for (var round = 0; round < options.Rounds; round++)
        {
            await crowd.GoOnAsync(enough);
            var victim = await ChooseAsync(cluster, isHost);
            crowd.ForgetGaps();
            await victim.KillAsync();
            await crowd.GoOnAsync(enough);
            await Task.Delay(settling, TimeProvider.System);
            stations.Add(crowd.LongestStop.TotalSeconds);
            watchers.Add(crowd.LongestSilence.TotalSeconds);
            AnsiConsole.MarkupLineInterpolated($"round {round + 1}: {crowd.LongestStop.TotalSeconds:N1} s without an acknowledgement, {crowd.LongestSilence.TotalSeconds:N1} s without an update, {crowd.Refused} answers \"temporary\"");
            cluster.Silos.Remove(victim);
            await victim.DisposeAsync();
            cluster.Silos.Add(await cluster.StartSiloAsync());
        }

        return (stations, watchers);
    }

    /// <summary>The silo whose journal grows is the one with the contest.</summary>
    private static async Task<ContestProcess> ChooseAsync(MeasuredCluster cluster, bool isHost)
    {
        var before = await WrittenAsync(cluster);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var grown = cluster.Silos.Zip((await WrittenAsync(cluster)).Zip(before, (after, earlier) => after - earlier)).OrderBy(silo => silo.Second);
        return isHost ? grown.Last().First : grown.First().First;
    }

    private static Task<double[]> WrittenAsync(MeasuredCluster cluster) =>
        Task.WhenAll(cluster.Silos.Select(silo => silo.FigureAsync("contest_journal_written_bytes_total")));
}

using System.Diagnostics;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Cluster;

/// <summary>Constant ingest and watching spectators, while one thing after another is lost; ten times each in a long run.</summary>
[NeedsPostgres]
public sealed class LosingProcesses(ITestOutputHelper output)
{
    private readonly int rounds = LongTests.Rounds(always: 1, whenLong: 10);
    private readonly int spectators = LongTests.Rounds(always: 20, whenLong: 200);

    [ContractFact]
    public Task A_killed_silo_costs_a_pause_and_nothing_else() => SurviveAsync(async (cluster, round) =>
    {
        var victim = round % 2;
        await cluster.Silos[victim].KillAsync();
        await ResumeAsync(cluster, "silo killed");
        await cluster.Silos[victim].DisposeAsync();
        cluster.Silos[victim] = await cluster.StartSiloAsync();
    });

    [ContractFact]
    public Task A_killed_gateway_costs_its_spectators_a_reconnect() => SurviveAsync(async (cluster, round) =>
    {
        var victim = cluster.Gateways[round % 2];
        cluster.Gateways.Remove(victim);
        await victim.KillAsync();
        await ResumeAsync(cluster, "gateway killed");
        await victim.DisposeAsync();
        cluster.Gateways.Add(await cluster.StartGatewayAsync());
    });

    [ContractFact]
    public Task A_database_that_crashes_costs_a_pause_and_nothing_else() => SurviveAsync(async (cluster, _) =>
    {
        await cluster.Postgres.CrashAsync();
        await cluster.Postgres.ResumeAsync();
        await ResumeAsync(cluster, "database crashed");
    });

    [ContractFact]
    public Task A_silo_that_wakes_after_its_channels_moved_acknowledges_and_publishes_nothing() => SurviveAsync(async (cluster, round) =>
    {
        var victim = round % 2;
        await cluster.Silos[victim].StopAsync();
        await ResumeAsync(cluster, "silo stopped");
        await cluster.Silos[victim].ContinueAsync();
        await ResumeAsync(cluster, "silo woke");
        await cluster.Silos[victim].DisposeAsync();
        cluster.Silos[victim] = await cluster.StartSiloAsync();
    });

    private async Task SurviveAsync(Func<ProcessCluster, int, Task> lose)
    {
        await using var cluster = await ProcessCluster.StartAsync(spectators);
        var random = new Random();
        for (var round = 0; round < rounds; round++)
        {
            await cluster.ProgressAsync(random.Next(5, 60));
            cluster.Posters.ForEach(poster => poster.ForgetPauses());
            await lose(cluster, round);
        }

        await cluster.ProgressAsync(10);
        await cluster.CheckAsync();
        output.WriteLine($"{cluster.Posters.Sum(poster => poster.Acknowledged.Count)} acknowledged, {cluster.Spectators.Sum(spectator => spectator.Connections)} connections");
    }

    private async Task ResumeAsync(ProcessCluster cluster, string what)
    {
        var started = Stopwatch.GetTimestamp();
        await cluster.ProgressAsync(5);
        var goesOn = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await cluster.SeeAsync();
        output.WriteLine($"{what}: every station goes on after {goesOn:F1} s, every spectator has all that by then after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s; a station's longest pause {cluster.Posters.Max(poster => poster.LongestPause).TotalSeconds:F1} s");
    }
}

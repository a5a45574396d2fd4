using System.Diagnostics;
using OrleansContest.Testing;
using Xunit.Abstractions;

namespace OrleansContest.Tests.Cluster;

/// <summary>Constant ingest and watching spectators, while one thing after another is lost; ten times each in a long run.</summary>
[NeedsPostgres]
public sealed class LosingProcesses(LosingProcesses.Fixture fixture, ITestOutputHelper output) : IClassFixture<LosingProcesses.Fixture>
{
    private readonly int rounds = LongTests.Rounds(always: 1, whenLong: 10);
    private readonly int spectators = LongTests.Rounds(always: 20, whenLong: 200);

    [ContractFact]
    public Task A_killed_silo_costs_a_pause_and_nothing_else() => SurviveAsync(async (cluster, storm, round) =>
    {
        await cluster.Silos[round % 2].KillAsync();
        await ResumeAsync(storm, "silo killed");
    });

    [ContractFact]
    public Task A_killed_gateway_costs_its_spectators_a_reconnect() => SurviveAsync(async (cluster, storm, round) =>
    {
        await cluster.Gateways[round % 2].KillAsync();
        await ResumeAsync(storm, "gateway killed");
    });

    [ContractFact]
    public Task A_database_that_crashes_costs_a_pause_and_nothing_else() => SurviveAsync(async (cluster, storm, _) =>
    {
        await cluster.Postgres.CrashAsync();
        await cluster.Postgres.ResumeAsync();
        await ResumeAsync(storm, "database crashed");
    });

    [ContractFact]
    public Task A_silo_that_wakes_after_its_channels_moved_acknowledges_and_publishes_nothing() => SurviveAsync(async (cluster, storm, round) =>
    {
        var victim = cluster.Silos[round % 2];
        await victim.StopAsync();
        await ResumeAsync(storm, "silo stopped");
        await victim.ContinueAsync();
        await ResumeAsync(storm, "silo woke");
        await victim.KillAsync();
    });

    private async Task SurviveAsync(Func<ProcessCluster, Storm, int, Task> lose)
    {
        var cluster = fixture.Cluster;
        await cluster.MakeWholeAsync();
        await using var storm = await Storm.CreateAsync(cluster);
        storm.Log(stations: 4);
        storm.Watch(2 * spectators, cluster.NextGateway);
        var random = new Random();
        for (var round = 0; round < rounds; round++)
        {
            await storm.ProgressAsync(random.Next(5, 60));
            storm.Posters.ForEach(poster => poster.ForgetPauses());
            await lose(cluster, storm, round);
            await cluster.MakeWholeAsync();
        }

        await storm.ProgressAsync(10);
        await storm.CheckAsync();
        output.WriteLine($"{storm.Posters.Sum(poster => poster.Acknowledged.Count)} acknowledged, {storm.Spectators.Sum(spectator => spectator.Connections)} connections");
    }

    private async Task ResumeAsync(Storm storm, string what)
    {
        var started = Stopwatch.GetTimestamp();
        await storm.ProgressAsync(5);
        var goesOn = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await storm.SeeAsync();
        var seen = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var longest = storm.Posters.Max(poster => poster.LongestPause).TotalSeconds;
        output.WriteLine($"{what}: every station goes on after {goesOn:F1} s, every spectator has all that by then after {seen:F1} s; a station's longest pause {longest:F1} s");
    }

    /// <summary>One cluster for all of them, made whole before each.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal ProcessCluster Cluster { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            if (PostgresServer.WhyAbsent is null)
            {
                Cluster = await ProcessCluster.StartAsync();
            }
        }

        public async Task DisposeAsync() => await (Cluster?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

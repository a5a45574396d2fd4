namespace OrleansContest.Cli.Cluster;

public sealed class RunningACluster : IDisposable
{
    private static readonly string[] whole =
        ["silo-1: healthy", "silo-2: healthy", "gateway-1: healthy serving at http://localhost:3", "gateway-2: healthy serving at http://localhost:4", "Serving."];

    private readonly FakeCluster cluster = new();

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task Starts_silos_first_and_stops_gateways_first()
    {
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster.Signals.Ask();

        Assert.Equal(ExitCodes.Done, await running);
        Assert.True(IndexOf("silo-1: healthy") < IndexOf("gateway-1: starting"));
        Assert.True(IndexOf("gateway-1: stopped") < IndexOf("silo-1 is asked to stop"));
        Assert.True(IndexOf("gateway-2: stopped") < IndexOf("silo-1 is asked to stop"));
        Assert.Contains("silo-2: stopped", cluster.Told);
    }

    [Fact]
    public async Task Shows_who_is_unwell_and_who_is_well_again()
    {
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster.Ail(3, "The engine does not answer");
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        await cluster.HearAsync("gateway-1: UNHEALTHY The engine does not answer; see gateway-1.log");
        cluster.Told.Clear();
        cluster.Recover(3);
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        await cluster.HearAsync("gateway-1: healthy serving at http://localhost:3");
        cluster.Signals.Ask();

        Assert.Equal(ExitCodes.Done, await running);
    }

    [Fact]
    public async Task Shows_one_that_is_lost_starts_nothing_in_its_place_and_goes_on()
    {
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster["silo-2"].End(128 + 9);
        await cluster.HearAsync("silo-2: LOST killed, by somebody or for want of memory (signal 9); it is not started again; see silo-2.log");
        Assert.False(running.IsCompleted);
        cluster.Signals.Ask();

        Assert.Equal(ExitCodes.Done, await running);
        Assert.Single(cluster.Told, line => line == "silo-2: starting");
    }

    [Theory]
    [InlineData("silo", "No silo is left.")]
    [InlineData("gateway", "No gateway is left.")]
    public async Task Ends_when_nobody_is_left_of_a_kind(string kind, string said)
    {
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster[$"{kind}-1"].End(3);
        cluster[$"{kind}-2"].End(3);

        Assert.Equal(ExitCodes.NotAll, await running);
        Assert.Contains($"{kind}-1: LOST ended with exit code 3; it is not started again; see {kind}-1.log", cluster.Told);
        Assert.Contains(said, cluster.Told);
        Assert.Equal(2, cluster.Told.Count(line => line.EndsWith(": stopped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Starts_no_gateway_when_no_silo_can_start()
    {
        cluster.Ail(1, "refused");
        cluster.Ail(2, "refused");
        var running = cluster.RunAsync();
        await cluster.HearAsync("silo-1: starting", "silo-2: starting");
        cluster["silo-1"].End(1);
        cluster["silo-2"].End(1);

        Assert.Equal(ExitCodes.NotAll, await running);
        Assert.DoesNotContain(cluster.Told, line => line.StartsWith("gateway", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_in_the_end_when_one_never_became_healthy()
    {
        cluster.Ail(2, "refused");
        var running = cluster.RunAsync();
        await cluster.HearAsync([.. whole.Where(line => !line.StartsWith("silo-2", StringComparison.Ordinal)), "silo-2: starting"]);
        cluster.Clock.Advance(Member.StartsWithin);
        await cluster.HearAsync("silo-2: UNHEALTHY not healthy within 3 minutes: refused; see silo-2.log");
        cluster.Signals.Ask();

        Assert.Equal(ExitCodes.NotAll, await running);
    }

    [Fact]
    public async Task Kills_what_does_not_stop_in_time_and_says_so()
    {
        cluster.Stubborn.UnionWith(["gateway-2", "silo-1"]);
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster.Signals.Ask();
        await cluster.HearAsync("gateway-1: stopped", "gateway-2 is asked to stop");
        cluster.Clock.Advance(ClusterRun.GatewaysStopWithin);
        await cluster.HearAsync("gateway-2: stopped killed: it did not stop by itself", "silo-1 is asked to stop");
        cluster.Clock.Advance(ClusterRun.SilosStopWithin);

        Assert.Equal(ExitCodes.NotAll, await running);
        Assert.Contains("silo-1: stopped killed: it did not stop by itself", cluster.Told);
    }

    [Fact]
    public async Task Takes_it_for_no_loss_when_whoever_asked_it_to_stop_asked_the_others_too()
    {
        cluster.Stubborn.UnionWith(["gateway-1"]);
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster.Signals.Ask();
        await cluster.HearAsync("gateway-1 is asked to stop");
        cluster["silo-1"].End(0);
        cluster["silo-2"].End(0);
        await cluster.HearAsync("silo-1: stopped", "silo-2: stopped");
        cluster["gateway-1"].End(0);

        Assert.Equal(ExitCodes.Done, await running);
    }

    [Fact]
    public async Task Ends_everything_at_once_when_it_is_asked_again()
    {
        cluster.Stubborn.UnionWith(["gateway-1", "gateway-2", "silo-1", "silo-2"]);
        var running = cluster.RunAsync();
        await cluster.HearAsync(whole);
        cluster.Signals.Ask();
        await cluster.HearAsync("gateway-1: stopping", "gateway-2: stopping");
        cluster.Signals.Ask();
        Assert.False(cluster.Signals.Kill.IsCancellationRequested, "Asked twice in the same moment is asked once.");
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        cluster.Signals.Ask();

        Assert.Equal(ExitCodes.NotAll, await running);
        Assert.Equal(4, cluster.Told.Count(line => line.EndsWith(" is killed", StringComparison.Ordinal)));
    }

    private int IndexOf(string line) => cluster.Told.ToList().IndexOf(line);
}

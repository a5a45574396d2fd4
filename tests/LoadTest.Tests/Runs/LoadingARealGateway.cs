using OrleansContest.LoadTest.Runs;
using OrleansContest.Testing;

namespace OrleansContest.LoadTest.Tests.Runs;

public sealed class LoadingARealGateway(LoadedGateway gateway) : IClassFixture<LoadedGateway>
{
    [Theory]
    [InlineData("contest", "ws")]
    [InlineData("event", "ws")]
    [InlineData("match", "socketio")]
    [InlineData("match", "ws")]
    [InlineData("pileup", "ws")]
    [InlineData("pileup", "sse")]
    public async Task Finds_that_everybody_is_told_the_truth(string kind, string dialect)
    {
        var report = await RunAsync(Plan(kind) with { Dialects = [dialect] });

        IsTrue(report);
        Assert.Equal(60, report.Figures.Acknowledged);
        Assert.Equal(20, report.Connected.Count);
        Assert.True(kind == "match" || report.Seen.Count == 20 * 60, $"{report.Seen.Count} sightings");
    }

    [Fact]
    public async Task Has_spectators_of_every_temper_end_with_the_truth()
    {
        var report = await RunAsync(Plan("contest") with
        {
            Spectators = 60, SlowShare = 0.2, StalledShare = 0.2, StormEvery = TimeSpan.FromMilliseconds(400), StormShare = 0.5, Rate = 100, Ingesters = 8, Compress = true,
        });

        IsTrue(report);
        Assert.InRange(report.Figures.Returns, 1, 1_000);
        Assert.InRange(report.Seen.Count, 1, (60 * report.Figures.Acknowledged) - 1);
    }

    [Fact]
    public async Task Spreads_over_several_channels_and_ways_to_watch()
    {
        var report = await RunAsync(Plan("match") with { Channels = 3, Ingesters = 6, Dialects = ["socketio", "ws"] });

        IsTrue(report);
    }

    [Fact]
    public async Task Counts_on_in_a_channel_that_was_loaded_before()
    {
        var first = Plan("contest") with { Seed = 77 };
        IsTrue(await RunAsync(first));

        var report = await RunAsync(first with { Channel = "load-0000004d-0" });

        IsTrue(report);
        Assert.Equal(20 * 60, report.Seen.Count);
    }

    [Fact]
    public async Task Is_held_to_the_truth_when_the_gateway_is_killed()
    {
        using var folder = new TempFolder();
        var port = FreePort.Next();
        var killed = await LoadedGateway.StartAsync(folder, port);
        var plan = Plan("contest") with { Url = new Uri($"http://127.0.0.1:{port}"), Spectators = 50, Duration = TimeSpan.FromSeconds(3) };
        var view = new TriggeringView(Phase.Running);
        var running = new LoadRun(plan, view, TimeProvider.System).RunAsync(CancellationToken.None);
        await view.Seen.WaitAsync(TimeSpan.FromSeconds(60));

        await killed.DisposeAsync();
        await using var again = await LoadedGateway.StartAsync(folder, port);
        var report = await running;

        IsTrue(report);
        Assert.InRange(report.Figures.Returns, 50, 10_000);
    }

    [Fact]
    public async Task Says_which_setting_keeps_spectators_out()
    {
        using var folder = new TempFolder();
        await using var full = await ContestProcess.StartGatewayAsync(folder.Path, "--Gateway:Sockets:Connections=10", "--Logging:LogLevel:Default=Error");
        using var stop = new CancellationTokenSource();
        var view = new TriggeringView(Phase.Connecting, figures => figures.Ready >= 10 && figures.Failures.Count > 0);
        var running = new LoadRun(Plan("contest") with { Url = full.Http.BaseAddress! }, view, TimeProvider.System).RunAsync(stop.Token);
        await view.Seen.WaitAsync(TimeSpan.FromSeconds(60));

        await stop.CancelAsync();
        var report = await running;

        Assert.Equal(ExitCodes.CouldNotRun, report.ExitCode);
        Assert.Contains(report.Figures.Failures.Keys, why => why.Contains("Gateway:Sockets:Connections", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_a_quiz_to_be_true()
    {
        var report = await RunAsync(Quiz() with { SlowShare = 0.2, StalledShare = 0.2, Compress = true });

        IsTrue(report);
        Assert.Equal(2 * 12, report.Figures.Acknowledged);
        Assert.Equal(2 * 12, report.Acknowledged.Count);
        Assert.Equal(2 * 12, report.Seen.Count);
        Assert.Equal(12 + 20, report.Connected.Count);
        Assert.Equal(12, report.Figures.SignedUp);
    }

    [Fact]
    public async Task Finds_quizzes_to_be_true_though_participants_vanish_and_come_back()
    {
        var report = await RunAsync(Quiz() with { Channels = 2, QuestionTime = TimeSpan.FromSeconds(3), StormEvery = TimeSpan.FromMilliseconds(700), StormShare = 0.5 });

        Assert.Null(report.Figures.Breaches.First);
        Assert.Equal(ExitCodes.Clean, report.ExitCode);
        Assert.InRange(report.Figures.Returns, 1, 10_000);
    }

    [Fact]
    public async Task Says_whose_token_makes_a_quiz()
    {
        var fault = await Assert.ThrowsAsync<LoadException>(() => RunAsync(Quiz() with { Key = null, AdminToken = "nobody's" }));

        Assert.Contains("--admin-token", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Quiz:Admins", fault.Message, StringComparison.Ordinal);
    }

    private static void IsTrue(RunReport report)
    {
        Assert.Null(report.Figures.Breaches.First);
        Assert.Equal(ExitCodes.Clean, report.ExitCode);
        Assert.Equal(report.Figures.Sent, report.Figures.Acknowledged);
    }

    private static Task<RunReport> RunAsync(LoadPlan plan) => new LoadRun(plan, new QuietView(), TimeProvider.System).RunAsync(CancellationToken.None);

    private LoadPlan Plan(string kind) => new()
    {
        Url = gateway.Address, Key = ContestProcess.MasterKey, Operator = LoadedGateway.Operator, Kind = kind, Spectators = 20, Ingesters = 2, Rate = 40,
        Duration = TimeSpan.FromSeconds(1.5), ReturnWithin = TimeSpan.FromMilliseconds(100), Seed = Random.Shared.Next(),
    };

    private LoadPlan Quiz() => Plan("quiz") with { Rate = 0, Participants = 12, Questions = 2, QuestionTime = TimeSpan.FromSeconds(1) };

    /// <summary>Tells when a run has come to something.</summary>
    private sealed class TriggeringView(Phase phase, Func<CrewFigures, bool>? isSo = null) : IRunView
    {
        private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => seen.Task;

        public void Show(RunProgress progress)
        {
            if (progress.Phase == phase && isSo?.Invoke(progress.Figures) != false)
            {
                seen.TrySetResult();
            }
        }
    }
}

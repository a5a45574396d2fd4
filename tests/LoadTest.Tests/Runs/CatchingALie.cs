using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Tests.Runs;

public sealed class CatchingALie
{
    [Fact]
    public async Task Finds_nothing_at_a_server_that_does_not_lie()
    {
        var report = await RunAsync(Lie.None);

        Assert.Null(report.Figures.Breaches.First);
        Assert.Equal(ExitCodes.Clean, report.ExitCode);
        Assert.Equal(20, report.Figures.Acknowledged);
        Assert.Equal(3 * 20, report.Seen.Count);
    }

    [Theory]
    [InlineData(Lie.DropsAnUpdate, "hole: 7 after one:5; 1 missing", "\"seq\":7")]
    [InlineData(Lie.RepeatsAnUpdate, "repeat: 6 again", "\"seq\":6")]
    [InlineData(Lie.SwapsTwoUpdates, "hole: 7 after one:5; 1 missing", "\"seq\":7")]
    [InlineData(Lie.SaysAWrongPrev, "wrong prev: 6 says 4, but the spectator has one:5", "\"prev\":4")]
    [InlineData(Lie.ChangesTheEpoch, "epoch change without a full state: two:6 after one:5", "\"two\"")]
    [InlineData(Lie.ShowsAnotherFigure, "the state at one:6 differs in 1 rows: hour:2026-06-27T18:00:00.000Z", "\"seq\":6")]
    [InlineData(Lie.GivesAnotherFullState, "repeat: a full state of 6", "\"full\"")]
    [InlineData(Lie.SaysNoJson, "the message is not as the protocol says", "\"seq\":6")]
    [InlineData(Lie.LosesAnEntry, "20 were acknowledged, but op:L0AAA counts 19 in the end: lost", null)]
    [InlineData(Lie.CountsAnEntryTwice, "20 were acknowledged, but op:L0AAA counts 21 in the end: counted more than once", null)]
    [InlineData(Lie.StopsTelling, "stands at one:5", null)]
    public async Task Says_who_was_lied_to_and_what_was_expected(Lie lie, string said, string? message)
    {
        var report = await RunAsync(lie);

        Assert.Equal(ExitCodes.Breach, report.ExitCode);
        Assert.Contains(said, report.Figures.Breaches.First, StringComparison.Ordinal);
        Assert.Contains(message is null ? "load-" : "spectator ", report.Figures.Breaches.First, StringComparison.Ordinal);
        Assert.Contains(message ?? "", report.Figures.Breaches.First, StringComparison.Ordinal);
    }

    private static async Task<RunReport> RunAsync(Lie lie)
    {
        await using var server = await LyingServer.StartAsync(lie);
        var plan = new LoadPlan
        {
            Url = server.Address, Spectators = 3, Ingesters = 1, Rate = 100, Duration = TimeSpan.FromMilliseconds(200), ReturnWithin = TimeSpan.FromMilliseconds(20),
            SettleWithin = TimeSpan.FromSeconds(lie is Lie.LosesAnEntry or Lie.StopsTelling ? 2 : 60),
        };
        return await new LoadRun(plan, new QuietView(), TimeProvider.System).RunAsync(CancellationToken.None);
    }
}

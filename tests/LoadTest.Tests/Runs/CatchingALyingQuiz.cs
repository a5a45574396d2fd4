using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Tests.Runs;

public sealed class CatchingALyingQuiz
{
    [Fact]
    public async Task Finds_nothing_at_one_that_does_not_lie()
    {
        var report = await RunAsync(QuizLie.None);

        Assert.Null(report.Figures.Breaches.First);
        Assert.Equal(ExitCodes.Clean, report.ExitCode);
        Assert.Equal(3 * 2, report.Figures.Acknowledged);
        Assert.Equal(3 * 2, report.Seen.Count);
        Assert.Equal(3 * 2, report.Acknowledged.Count);
        Assert.Equal(3 + 2, report.Figures.Audited);
    }

    [Theory]
    [InlineData(QuizLie.LosesAResult, "2 answers count, but 1 have a result: none came for q1")]
    [InlineData(QuizLie.GivesAResultTwice, "another submission_result for q1, which had one")]
    [InlineData(QuizLie.AsksAQuestionTwice, "question 1 again")]
    [InlineData(QuizLie.SaysAWrongFinalScore, "points, but its answers add up to")]
    [InlineData(QuizLie.ClosesWithoutEnd, "before contest_end")]
    public async Task Says_who_was_lied_to_and_what_was_expected(QuizLie lie, string said)
    {
        var report = await RunAsync(lie);

        Assert.Equal(ExitCodes.Breach, report.ExitCode);
        Assert.Contains(said, report.Figures.Breaches.First, StringComparison.Ordinal);
        Assert.Contains("participant ", report.Figures.Breaches.First, StringComparison.Ordinal);
    }

    private static async Task<RunReport> RunAsync(QuizLie lie)
    {
        await using var server = await LyingQuiz.StartAsync(lie);
        var plan = new LoadPlan
        {
            Url = server.Address, Kind = "quiz", Rate = 0, Participants = 3, Questions = 2, QuestionTime = TimeSpan.FromSeconds(1), Spectators = 2,
            ReturnWithin = TimeSpan.FromMilliseconds(20), SettleWithin = TimeSpan.FromSeconds(lie is QuizLie.None ? 60 : 2),
        };
        return await new LoadRun(plan, new QuietView(), TimeProvider.System).RunAsync(CancellationToken.None);
    }
}

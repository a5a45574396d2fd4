using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class RankingARace
{
    [Fact]
    public void Goes_by_ascending_total_and_equal_totals_share_a_rank() => Assert.Equal(
        [(1, 3, "0.00"), (2, 1, "+1.00"), (2, 4, "+1.00"), (4, 2, "+12.05")],
        Ranks(Push(Report(Final, 1, 8_100), Report(Final, 2, 9_205), Report(Final, 3, 7_800, 200), Report(Final, 4, 8_100))));

    [Fact]
    public void Has_no_rank_for_a_status_or_without_a_total()
    {
        var scenario = Given(Going(EventStatus.Running));
        scenario.When(Push(Report(Final, 1, 8_000), Report(Final, 2, 7_000) with { Status = RunStatus.Disqualified }, Report(Final, 3, 6_000) with { Total = null })).Accepts();

        Assert.Equal([1, 2, 3], scenario.Lines(Final).Select(line => line.Bib));
        Assert.Equal([1, null, null], scenario.Lines(Final).Select(line => line.Rnk));
        Assert.All(scenario.Lines(Final).Skip(1), line => Assert.Equal((null, null, null), (line.TotalBehind, line.CatRnk, line.CatTotalBehind)));
        Assert.Equal((7_000, RunStatus.Disqualified), (scenario.Line(Final, 2).Total, scenario.Line(Final, 2).Status));
    }

    [Fact]
    public void Ranks_within_age_groups_too_and_those_of_none_among_themselves()
    {
        var scenario = Given(Going(EventStatus.Running));
        scenario.When(Push([.. Enumerable.Range(1, 6).Select(boat => Report(Final, boat, 8_000 + (boat * 100)))])).Accepts();

        Assert.Equal(
            [(1, 1, "0.00"), (2, 2, "+1.00"), (3, 1, "0.00"), (4, 1, "0.00"), (5, 2, "+1.00"), (6, 2, "+3.00")],
            scenario.Lines(Final).Select(line => (line.Rnk, line.CatRnk, line.CatTotalBehind)));
        Assert.Equal([1, 2], scenario.Live.ResultsOf(scenario.Live.Index.FindRace(Final)!, "ZS", false).Results.Select(line => line.Bib));
    }

    [Fact]
    public void Keeps_the_exports_own_ranks_while_nothing_is_pushed()
    {
        var scenario = Given(Going(
            EventStatus.Running,
            Start(Final, 1) with { Rnk = 2, CatRnk = 1, TotalBehind = "+0.10", CatTotalBehind = null },
            Start(Final, 2) with { Rnk = 1, CatRnk = 2, TotalBehind = "0.00", CatTotalBehind = "+0.20" },
            Out(Final, 3, "DNF") with { Rnk = 3, CatRnk = 1, TotalBehind = "+9.99", CatTotalBehind = "+9.99" }));

        Assert.Equal([(1, 2, "0.00", "+0.20"), (2, 1, "+0.10", "0.00"), (null, null, null, null)], Standings(scenario));
    }

    [Fact]
    public void Ranks_anew_at_once_when_something_is_pushed_and_leaves_it_to_the_export_again_when_that_has_caught_up()
    {
        ExportedResult one = Ran(Final, 1, 9_000) with { Rnk = 7 }, two = Ran(Final, 2, 9_100) with { Rnk = 8 };
        var scenario = Given(Going(EventStatus.Running, one, two));
        scenario.When(Push(Report(Final, 3, 8_000))).Accepts();
        Assert.Equal([1, 2, 3], scenario.Lines(Final).Select(line => line.Rnk));

        scenario.When(Import(Export(one, two, Ran(Final, 3, 8_000) with { Rnk = 6 }))).Accepts();
        Assert.Equal([6, 7, 8], scenario.Lines(Final).Select(line => line.Rnk));
    }

    [Fact]
    public void Ranks_an_export_that_ranks_nobody() =>
        Assert.Equal([(1, 2), (2, 1)], Given(Going(EventStatus.Running, Ran(Final, 1, 9_000), Ran(Final, 2, 8_000))).Lines(Final).Select(line => (line.Rnk, line.Bib)));

    [Fact]
    public void Shows_who_has_no_rank_in_the_order_of_the_start_list()
    {
        var scenario = Given(Going(
            EventStatus.Running, Start(Final, 3) with { StartOrder = 1 }, Start(Final, 1) with { StartOrder = 2 }, Out(Final, 2, "DNS") with { StartOrder = null }));
        scenario.When(Push(Report(Final, 4, 8_000))).Accepts();

        Assert.Equal([4, 3, 1, 2], scenario.Lines(Final).Select(line => line.Bib));
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "+0.05")]
    [InlineData(156, "+1.56")]
    [InlineData(28_301, "+283.01")]
    public void Writes_how_far_behind_in_seconds(int hundredths, string text) => Assert.Equal(text, Ranking.Text(hundredths));

    private static IEnumerable<(int?, int?, string?)> Ranks(PushResults push)
    {
        var scenario = Given(Going(EventStatus.Running));
        scenario.When(push).Accepts();
        return scenario.Lines(Final).Select(line => (line.Rnk, line.Bib, line.TotalBehind));
    }

    private static IEnumerable<(int?, int?, string?, string?)> Standings(EventScenario scenario) =>
        scenario.Lines(Final).Select(line => (line.Rnk, line.CatRnk, line.TotalBehind, line.CatTotalBehind));
}

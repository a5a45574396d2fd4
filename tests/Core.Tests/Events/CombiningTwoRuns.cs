using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class CombiningTwoRuns
{
    [Fact]
    public void Counts_the_lower_run_and_says_which()
    {
        var scenario = Imported(Ran(Run1, 1, 8_000), Ran(Run2, 1, 7_800, 200), Ran(Run1, 2, 8_200), Ran(Run2, 2, 7_900), Ran(Run1, 3, 8_100), Ran(Run2, 3, 8_150));

        Assert.Equal(
            [(1, 2, 2, 7_900, "0.00"), (2, 1, 1, 8_000, "+1.00"), (3, 3, 1, 8_100, "+2.00")],
            scenario.Lines(Run2).Select(line => (line.Rnk, line.Bib, line.TwoRuns!.BetterRunNr, line.TwoRuns.TotalTotal, line.TotalBehind)));
    }

    [Fact]
    public void Shows_the_second_run_first_and_the_first_as_the_previous_one()
    {
        var line = Imported(Ran(Run1, 1, 8_000, 200), Ran(Run1, 2, 8_100), Ran(Run2, 1, 8_500, 5_000)).Line(Run1, 1);

        Assert.Equal((8_500, 5_000, 13_500), (line.Time, line.Pen, line.Total));
        Assert.Equal(new TwoRuns(1, 8_200, 8_000, 200, 8_200, 2, null, null), line.TwoRuns);
    }

    [Fact]
    public void Shows_the_same_in_both_races()
    {
        var scenario = Imported(Ran(Run1, 1, 8_000), Ran(Run2, 1, 7_900), Ran(Run1, 2, 8_200));
        Assert.Equal(scenario.Lines(Run1), scenario.Lines(Run2));
        Assert.Equal(scenario.Full()["results"]![Run1]!.ToJsonString(), scenario.Full()["results"]![Run2]!.ToJsonString());
    }

    [Fact]
    public void Has_no_status_while_any_run_is_clean()
    {
        var scenario = Imported(
            Out(Run1, 1, "DNF"), Ran(Run2, 1, 8_000), Ran(Run1, 2, 8_100), Out(Run2, 2, "DSQ"), Out(Run1, 3, "DNS"), Out(Run2, 3, "DNF"), Out(Run1, 4, "DNF"), Start(Run2, 4));
        (RunStatus? Status, RunStatus? Prev, RunStatus? Curr) Of(int boat) => scenario.Line(Run2, boat) is { TwoRuns: { } runs } line
            ? (line.Status, runs.PrevStatus, runs.CurrStatus)
            : default;

        Assert.Equal((null, RunStatus.DidNotFinish, null), Of(1));
        Assert.Equal((null, null, RunStatus.Disqualified), Of(2));
        Assert.Equal((RunStatus.DidNotFinish, RunStatus.DidNotStart, RunStatus.DidNotFinish), Of(3));
        Assert.Equal((null, RunStatus.DidNotFinish, null), Of(4));
        Assert.Equal([1, 2, null, null], scenario.Lines(Run2).Select(line => line.Rnk));
    }

    [Fact]
    public void Does_not_count_a_run_with_a_status_though_it_has_a_total()
    {
        var line = Imported(Ran(Run1, 1, 7_000) with { Status = "DSQ" }, Ran(Run2, 1, 8_000)).Line(Run2, 1);
        Assert.Equal((2, 8_000), (line.TwoRuns!.BetterRunNr, line.TwoRuns.TotalTotal));
    }

    [Fact]
    public void Shows_the_only_run_there_is_without_a_previous_one()
    {
        var scenario = Imported(Ran(Run1, 1, 8_000), Ran(Run2, 2, 8_100), Out(Run1, 3, "DNS"));

        Assert.Equal((8_000, new(1, 8_000, null, null, null, null, null, null)), (scenario.Line(Run2, 1).Time, scenario.Line(Run2, 1).TwoRuns));
        Assert.Equal((8_100, new(2, 8_100, null, null, null, null, null, null)), (scenario.Line(Run1, 2).Time, scenario.Line(Run1, 2).TwoRuns));
        Assert.Equal(new(null, null, null, null, null, null, null, RunStatus.DidNotStart), scenario.Line(Run2, 3).TwoRuns);
        Assert.Equal(RunStatus.DidNotStart, scenario.Line(Run2, 3).Status);
    }

    [Fact]
    public void Ranks_ties_alike_overall_and_in_the_age_group()
    {
        var scenario = Imported(Ran(Run1, 1, 8_000), Ran(Run2, 2, 8_000), Ran(Run1, 3, 8_500));
        Assert.Equal([(1, 1), (1, 1), (3, 1)], scenario.Lines(Run1).Select(line => (line.Rnk, line.CatRnk)));
    }

    /// <summary>The timing software sends the first run's penalty and total along with the second run's time when the first was better.</summary>
    [Theory]
    [InlineData(8_000, false)]
    [InlineData(8_002, false)]
    [InlineData(7_998, false)]
    [InlineData(8_003, true)]
    [InlineData(7_997, true)]
    public void Does_not_believe_a_second_run_that_came_with_the_first_ones_total(int total, bool isBelieved)
    {
        var scenario = Imported(Ran(Run1, 1, 7_800, 200), Start(Run2, 1));
        scenario.When(Push(new ResultReport(Run2, Id(1), 1, 9_000, 200, total))).Accepts();
        var line = scenario.Line(Run2, 1);

        Assert.Equal(isBelieved ? (9_000, 200, total) : (9_000, (int?)null, 9_000), (line.Time, line.Pen, line.Total));
        Assert.Equal(
            isBelieved && total < 8_000 ? (2, total) : (1, 8_000), (line.TwoRuns!.BetterRunNr, line.TwoRuns.TotalTotal));
    }

    [Fact]
    public void Never_lets_a_time_without_its_penalty_beat_a_first_run()
    {
        var scenario = Imported(Ran(Run1, 1, 7_800, 200), Start(Run2, 1));
        scenario.When(Push(new ResultReport(Run2, Id(1), 1, 7_700, 200, 8_000))).Accepts();
        var line = scenario.Line(Run2, 1);

        Assert.Equal((7_700, null, 7_700, 1, 8_000), (line.Time, line.Pen, line.Total, line.TwoRuns!.BetterRunNr, line.TwoRuns.TotalTotal));
    }

    [Theory]
    [InlineData(8_002, 200, 8_200)]
    [InlineData(7_998, 200, 8_200)]
    [InlineData(8_000, 200, 8_200)]
    public void Believes_a_second_run_that_adds_up_as_far_as_rounding_goes(int time, int pen, int total)
    {
        var scenario = Imported(Ran(Run1, 1, 8_000, 200), Start(Run2, 1));
        scenario.When(Push(new ResultReport(Run2, Id(1), 1, time, pen, total))).Accepts();

        Assert.Equal((time, pen, total), (scenario.Line(Run2, 1).Time, scenario.Line(Run2, 1).Pen, scenario.Line(Run2, 1).Total));
    }

    [Fact]
    public void Believes_a_second_run_when_there_is_no_clean_first_one_to_be_mistaken_for()
    {
        var scenario = Imported(Ran(Run1, 1, 7_800, 200) with { Status = "DSQ" }, Start(Run2, 1));
        scenario.When(Push(new ResultReport(Run2, Id(1), 1, 9_000, 200, 8_000))).Accepts();

        Assert.Equal((9_000, 200, 8_000), (scenario.Line(Run2, 1).Time, scenario.Line(Run2, 1).Pen, scenario.Line(Run2, 1).Total));
    }

    [Fact]
    public void Adds_the_details_of_both_runs()
    {
        var line = Imported(
            Ran(Run1, 1, 8_000, gates: "  0  2  0") with { DtStart = "08:30:10.780", DtFinish = "08:31:30.780" },
            Ran(Run2, 1, 9_000, gates: "  0 50") with { DtStart = "10:07:40.820" }).Line(Run1, 1, detailed: true);

        Assert.Equal(("10:07:40.820", null, 3), (line.Detail!.DtStart, line.Detail.DtFinish, line.Detail.CourseGateCount));
        Assert.Equal([0, 50], line.Detail.Gates!.Select(gate => gate.Penalty));
        Assert.Equal(("08:30:10.780", "08:31:30.780"), (line.Detail.Previous!.PrevDtStart, line.Detail.Previous.PrevDtFinish));
        Assert.Equal([0, 2, 0], line.Detail.Previous.PrevGates!.Select(gate => gate.Penalty));
    }

    [Fact]
    public void Pairs_only_what_is_of_the_same_class_and_day()
    {
        var whole = Export(Ran(Run1, 1, 8_000), Ran(Run2, 1, 7_000));
        var (other, lone) = (whole.Races[0] with { RaceId = "K1M_ST_BR1_7" }, whole.Races[0] with { RaceId = "K1M_BR1_6" });
        var scenario = Given(Create, Import(whole with { Races = [.. whole.Races, other, lone], Results = [.. whole.Results, Ran("K1M_ST_BR1_7", 1, 6_000), Ran("K1M_BR1_6", 1, 5_000)] }));

        Assert.Equal([7_000, 6_000, 5_000], new[] { Run1, "K1M_ST_BR1_7", "K1M_BR1_6" }.Select(race => scenario.Line(race, 1).TwoRuns!.TotalTotal));
    }

    private static EventScenario Imported(params ExportedResult[] results) => Given(Going(EventStatus.Running, results));
}

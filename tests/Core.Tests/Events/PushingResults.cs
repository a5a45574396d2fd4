using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class PushingResults
{
    [Fact]
    public void Is_ignored_before_the_first_export() =>
        Assert.Equal(new ResultsTaken(0, 0, true), Given(Created(EventStatus.Running)).When(Push(Report(Final, 1, 9_000))).Answers<ResultsTaken>());

    [Fact]
    public void Skips_and_counts_what_is_of_an_unknown_race_or_participant()
    {
        var pushed = Given(Going(EventStatus.Running)).When(
            Push(Report(Final, 1, 9_000), Report("K9_FIN_1", 1, 9_000), Report(Final, 9, 9_000), Report(Final, 2, 9_100)));

        Assert.Equal(new ResultsTaken(2, 2, false), pushed.Answers<ResultsTaken>());
    }

    [Fact]
    public void Shows_only_the_lines_that_changed()
    {
        var scenario = Given([.. Going(EventStatus.Running), Push(Report(Final, 1, 9_000), Report(Final, 2, 9_100), Report(Final, 3, 9_200))]);
        var pushed = scenario.When(Push(Report(Final, 4, 9_150)));

        pushed.Shows("diff");
        Assert.Equal(Final, (string?)pushed.Data()["raceId"]);
        Assert.Equal([4, 3], pushed.Data()["results"]!.AsArray().Select(line => (int)line!["bib"]!));
    }

    [Fact]
    public void Shows_both_races_of_two_runs()
    {
        var pushed = Given(Going(EventStatus.Running, Start(Run1, 1), Start(Run2, 1))).When(Push(Report(Run1, 1, 8_000)));

        pushed.Shows("diff", "diff");
        Assert.Equal([Run1, Run2], new[] { 0, 1 }.Select(update => (string?)pushed.Data(update)["raceId"]));
        Assert.Equal(pushed.Data(0)["results"]!.ToJsonString(), pushed.Data(1)["results"]!.ToJsonString());
    }

    [Fact]
    public void Changes_nothing_when_the_same_comes_again()
    {
        var push = Push(Report(Final, 1, 9_000, 200, new GateReport(1, 2)), Report(Run1, 2, 8_000));
        var again = Given([.. Going(EventStatus.Running), push]).When(push);

        Assert.Equal(2, again.Answers<ResultsTaken>().Updated);
        again.ChangesNothing();
    }

    [Fact]
    public void Changes_nothing_when_the_export_says_the_same_and_more() =>
        Given(Going(EventStatus.Running, Ran(Final, 1, 9_000, 200, "  2  0  0"))).When(Push(Report(Final, 1, 9_000, 200))).ChangesNothing();

    [Fact]
    public void Takes_the_last_of_several_reports_of_one_run()
    {
        var pushed = Given(Going(EventStatus.Running)).When(Push(Report(Final, 1, 9_000), Report(Final, 1, 9_000, 200)));

        Assert.Equal(2, pushed.Answers<ResultsTaken>().Updated);
        Assert.Equal(9_200, pushed.Accepts().Line(Final, 1).Total);
        Assert.Single(Assert.IsType<ResultsPushed>(Assert.Single(pushed.Events)).Results);
    }

    [Fact]
    public void Keeps_apart_what_is_nothing_and_what_is_not_known()
    {
        var scenario = Given(Going(EventStatus.Running));
        scenario.When(Push(new ResultReport(Final, Id(1), null, 9_000, null, null), Report(Final, 2, 0))).Accepts();

        Assert.Equal((9_000, null, null, null), (scenario.Line(Final, 1).Time, scenario.Line(Final, 1).Pen, scenario.Line(Final, 1).Total, scenario.Line(Final, 1).Rnk));
        Assert.Equal((0, 0, 0, 1), (scenario.Line(Final, 2).Time, scenario.Line(Final, 2).Pen, scenario.Line(Final, 2).Total, scenario.Line(Final, 2).Rnk));
    }

    [Fact]
    public void Leaves_it_to_the_start_list_who_wears_which_number()
    {
        var scenario = Given(Going(EventStatus.Running, Start(Final, 1) with { Bib = 41 }));
        scenario.When(Push(Report(Final, 1, 9_000), Report(Final, 2, 9_100) with { Bib = 52 }, Report(Final, 3, 9_200) with { Bib = null })).Accepts();

        Assert.Equal([41, 52, 3], scenario.Lines(Final).Select(line => line.Bib));
    }

    [Fact]
    public void Says_that_a_line_is_gone_when_its_result_is_withdrawn_and_nobody_else_knows_of_it()
    {
        var scenario = Given([.. Going(EventStatus.Running, Start(Final, 1)), Push(Report(Final, 1, 9_000), Report(Final, 2, 9_100))]);
        var withdrawn = scenario.When(Push(Withdrawn(Final, 2)));

        Assert.Equal("""[{"bib":2,"athleteId":"ICF2","removed":true}]""", withdrawn.Data()["results"]!.ToJsonString());
        var cleared = scenario.When(Push(Withdrawn(Final, 1)));
        Assert.Equal((1, null), ((int?)cleared.Data()["results"]![0]!["bib"], (int?)cleared.Data()["results"]![0]!["total"]));
        Assert.Equal([1], scenario.Lines(Final).Select(line => line.Bib));
    }

    [Fact]
    public void Says_that_a_line_is_gone_when_it_is_of_another_number_now()
    {
        var scenario = Given([.. Going(EventStatus.Running), Push(Report(Final, 2, 9_100))]);
        var pushed = scenario.When(Push(Report(Final, 2, 9_100) with { Bib = 22 }));

        Assert.Equal(
            [(2, true), (22, false)],
            pushed.Data()["results"]!.AsArray().Select(line => ((int)line!["bib"]!, line["removed"] is not null)));
    }

    [Fact]
    public void Asks_to_read_again_where_two_lines_cannot_be_told_apart()
    {
        var scenario = Given([Create, Import(Export() with { Participants = [Participant(1), Participant(2) with { IcfId = "ICF1" }] }), .. Created(EventStatus.Running).Skip(1)]);
        scenario.When(Push(Report(Final, 1, 9_000))).Shows("diff");
        scenario.When(Push(Report(Final, 2, 9_100) with { Bib = 1 })).Shows("refresh");
    }

    [Fact]
    public void Shows_nothing_when_no_line_changed()
    {
        var pushed = Given(Going(EventStatus.Running, Start(Final, 1))).When(Push(new ResultReport(Final, Id(1), 1, Gates: [new(1, 2)])));

        Assert.Empty(pushed.Updates);
        Assert.Equal(2, pushed.Accepts().Line(Final, 1, detailed: true).Detail!.Gates![0].Penalty);
    }

    [Fact]
    public void Is_refused_as_a_whole_when_anything_is_out_of_bounds()
    {
        void Refuses(string reason, params ResultReport[] results) => Given(Going(EventStatus.Running)).When(Push(results)).RefusesBecause("InvalidRequest", reason);

        Refuses("At most 1000 results", [.. Enumerable.Repeat(Report(Final, 1, 9_000), 1_001)]);
        Refuses("raceId", Report(Final, 1, 9_000), Report("", 1, 9_000));
        Refuses("participantId", Report(Final, 1, 9_000) with { ParticipantId = new string('x', 101) });
        Refuses("bib", Report(Final, 1, 9_000) with { Bib = -1 });
        Refuses("time, pen and total", Report(Final, 1, -1));
        Refuses("status", Report(Final, 1, 9_000) with { Status = (RunStatus)9 });
        Refuses("gate is 1 to 200", Report(Final, 1, 9_000, 0, new GateReport(0, 2)));
        Refuses("at most 200 gates", Report(Final, 1, 9_000, 0, [.. Enumerable.Range(1, 201).Select(gate => new GateReport(gate, 0))]));
    }
}

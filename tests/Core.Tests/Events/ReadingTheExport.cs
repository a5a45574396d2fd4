using OrleansContest.Events;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

/// <summary>The small things an export is made of: gate cells, units of times, names of races.</summary>
public sealed class ReadingTheExport
{
    [Theory]
    [InlineData("  0  2 50   ", 4, "0 2 50 -")]
    [InlineData("  0  2 50   ", null, "0 2 50 -")]
    [InlineData("  0  2 50         ", 3, "0 2 50")]
    [InlineData("  0     2", 3, "0 - 2")]
    [InlineData("              2                  ", 8, "- - - - 2 - - -")]
    [InlineData("            ", 3, "- - -")]
    [InlineData("  0  2", 24, "0 2")]
    [InlineData("  0  2 50  2", 2, "0 2 50 2")]
    [InlineData("  2  0300", 3, "2 0 -")]
    [InlineData("  2 -2  x", 3, "2 - -")]
    [InlineData("0  2 50   ", 4, "0 2 50 -")]
    [InlineData("50  0", 4, "50 0")]
    public void A_row_of_gates_has_three_characters_a_cell_and_a_blank_one_keeps_its_place(string row, int? gates, string read) =>
        Assert.Equal(read, string.Join(' ', GateCells.Read(row, gates)!.Select(cell => cell?.ToString() ?? "-")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_row_is_not_a_row_of_blanks(string? row) => Assert.Null(GateCells.Read(row, 24));

    [Fact]
    public void Gates_are_numbered_from_one_and_typed_by_the_course_without_its_split_marks()
    {
        var export = Export(Ran(Final, 1, 9_000, gates: "  0  2    50"));
        var gates = EventScenario.Given(Create, Import(export)).Line(Final, 1, detailed: true).Detail!.Gates!;

        Assert.Equal([new(1, "normal", 0), new(2, "reverse", 2), new(3, "normal", null), new(4, "unknown", 50)], gates);
    }

    [Fact]
    public void Gates_reported_one_by_one_are_put_in_order_and_what_is_not_reported_is_not_known() =>
        Assert.Equal([2, null, 0, null], GateCells.Of([new GateReport(3, 0), new(1, 2), new(4, 7)])!);

    [Fact]
    public void Times_are_milliseconds_if_the_total_adds_up_so() =>
        Assert.Equal((7_699, 200, 7_899), Read(Result(76_990, 2, 78_990)));

    [Fact]
    public void Times_are_hundredths_if_the_total_adds_up_so() =>
        Assert.Equal((7_699, 200, 7_899), Read(Result(7_699, 200, 7_899)));

    [Theory]
    [InlineData(20_000, 20_000)]
    [InlineData(20_010, 2_001)]
    public void A_time_over_20000_means_milliseconds_where_nothing_adds_up(int time, int read) =>
        Assert.Equal((read, null, null), Read(Result(time, null, null)));

    [Fact]
    public void A_penalty_of_none_tells_nothing_of_the_unit() =>
        Assert.Equal((9_000, 0, 9_000), Read(Result(90_000, 0, 90_000)));

    [Fact]
    public void One_row_that_is_wrong_in_itself_does_not_outvote_the_others() =>
        Assert.Equal((7_699, 200, 7_899), Read(Result(76_990, 2, 78_990), Result(50_000, 100, 50_100), Result(81_000, 4, 85_000)));

    [Theory]
    [InlineData(76_994, 7_699)]
    [InlineData(76_995, 7_700)]
    public void Milliseconds_become_the_nearest_hundredth(int milliseconds, int hundredths) =>
        Assert.Equal(hundredths, ExportTimes.ToHundredths(milliseconds));

    [Theory]
    [InlineData("K1M_ST_BR1_6", "K1M_ST", "BR1", "6")]
    [InlineData("K1M-ZS_BR1_25", "K1M-ZS", "BR1", "25")]
    [InlineData("A_B_C_FIN_7", "A_B_C", "FIN", "7")]
    public void The_id_of_a_race_is_split_from_the_right(string raceId, string classId, string discipline, string day) =>
        Assert.Equal(new RaceName(classId, discipline, day), RaceName.Parse(raceId));

    [Theory]
    [InlineData("<unassigned>")]
    [InlineData("FIN_7")]
    [InlineData("_FIN_7")]
    [InlineData("")]
    public void An_id_that_does_not_say_so_much_is_only_an_id(string raceId) => Assert.Null(RaceName.Parse(raceId));

    [Fact]
    public void What_the_schedule_leaves_out_of_a_race_its_id_may_tell()
    {
        var export = Export() with
        {
            Races = [new("K1M_ST_SEM_7", null, null, null, null, null, null, null), new("<unassigned>", null, null, null, "SR", null, 1, 0), new("C9_FIN_1", 1, Noon, "C9", "XX", null, null, 12)],
        };
        var races = EventScenario.Given(Create, Import(export)).Live.Races();

        Assert.Equal(
            [
                new PublicRace("C9_FIN_1", null, "unknown", 1, Noon, 12),
                new PublicRace("<unassigned>", null, "seeding", null, null, 0),
                new PublicRace("K1M_ST_SEM_7", "K1M_ST", "semifinal", null, null, 1),
            ],
            races);
    }

    [Theory]
    [InlineData("BR1", "best-run-1")]
    [InlineData("BR2", "best-run-2")]
    [InlineData("TSR", "training")]
    [InlineData("SR", "seeding")]
    [InlineData("QUA", "qualification")]
    [InlineData("SEM", "semifinal")]
    [InlineData("FIN", "final")]
    [InlineData("XT", "cross-trial")]
    [InlineData("X4", "cross-heat")]
    [InlineData("XS", "cross-semifinal")]
    [InlineData("XF", "cross-final")]
    [InlineData("XER", "cross-extra")]
    [InlineData("ZZZ", "unknown")]
    [InlineData(null, "unknown")]
    public void Races_are_called_by_the_contracts_names(string? code, string name) => Assert.Equal(name, RaceTypes.Of(code));

    [Theory]
    [InlineData("DNS", RunStatus.DidNotStart)]
    [InlineData(" dnf ", RunStatus.DidNotFinish)]
    [InlineData("DSQ", RunStatus.Disqualified)]
    [InlineData("CAP", RunStatus.Capsized)]
    [InlineData("", null)]
    [InlineData("OK", null)]
    [InlineData(null, null)]
    public void A_status_is_one_of_four_words_or_none(string? word, RunStatus? status)
    {
        Assert.Equal(status, RunStatuses.Read(word));
        Assert.Equal(status is null ? null : word!.Trim().ToUpperInvariant(), RunStatuses.Word(status));
    }

    private static ExportedResult Result(int? time, int? pen, int? total) => Start(Final, 1) with { Time = time, Pen = pen, Total = total };

    /// <summary>The figures of the first of some results.</summary>
    private static (int? Time, int? Pen, int? Total) Read(params ExportedResult[] results)
    {
        var export = Export([.. results.Select((result, i) => result with { ParticipantId = Id(i + 1), Bib = i + 1 })]);
        var line = EventScenario.Given(Create, Import(export)).Line(Final, 1);
        return (line.Time, line.Pen, line.Total);
    }
}

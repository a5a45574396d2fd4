using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class DeletingAContact
{
    [Fact]
    public void Takes_it_out_of_the_log_and_answers_what_it_was()
    {
        var scenario = Given(Contest(), Qso("K1ABC"), Qso("K1ABD"));

        Assert.Equal("K1ABC", scenario.When(Delete(1)).Answers<LogEntry>().Callsign);
        Assert.Equal(["fd.2"], scenario.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Shows_its_id_then_its_hour()
    {
        var happening = Given(Contest(), Qso("K1ABC"), Qso("K1ABD")).When(Delete(1));

        happening.Shows("logEntry:deleted", "aggregate:updated");
        Assert.Equal("""{"id":"fd.1"}""", happening.Data(0).ToJsonString());
        Assert.Equal(1, (int)happening.Data(1)["totalQsos"]!);
    }

    [Fact]
    public void Is_refused_where_there_is_none() => Given(Contest()).When(Delete(1)).Refuses(ContestRefusals.EntryNotFound);

    [Fact]
    public void Is_refused_the_second_time() => Given(Contest(), Qso(), Delete(1)).When(Delete(1)).Refuses(ContestRefusals.EntryNotFound);

    [Fact]
    public void Gives_its_number_to_no_other() => Assert.Equal("fd.2", Given(Contest(), Qso("K1ABC"), Delete(1), Qso("K1ABD")).Entry(2).Id);

    [Fact]
    public void Lets_the_next_dupe_in_line_count()
    {
        var scenario = Given(Contest(), Qso(), Qso(time: "13:30"), Qso(time: "13:45"));

        scenario.When(Delete(1)).Shows("logEntry:deleted", "logEntry:updated", "aggregate:updated", "aggregate:updated");
        Assert.Equal([("fd.2", false, 1), ("fd.3", true, 0)], scenario.Entries.Select(entry => (entry.Id, entry.IsDupe, entry.Points)));
    }

    [Fact]
    public void Of_a_dupe_changes_no_other_entry() =>
        Given(Contest(), Qso(), Qso(time: "12:30")).When(Delete(2)).Shows("logEntry:deleted", "aggregate:updated");

    [Fact]
    public void Puts_the_first_of_those_merged_into_it_in_its_place()
    {
        var scenario = Given(
            Contest(), Qso(station: "A"), Qso(station: "B"), Qso(station: "C"), Merge(1, 2, 3));

        scenario.When(Delete(1)).Shows("logEntry:deleted", "logEntry:updated", "logEntry:updated", "aggregate:updated");
        Assert.Equal(
            [("fd.2", MergeStatus.Primary, null, 1), ("fd.3", MergeStatus.DuplicateOf, "fd.2", 0)],
            scenario.Entries.Select(entry => (entry.Id, entry.MergeStatus!.Value, entry.MergedIntoId, entry.Points)));
    }

    [Fact]
    public void Leaves_the_only_one_merged_into_it_as_if_never_merged()
    {
        var scenario = Given(Contest(), Qso(station: "A"), Qso(station: "B"), Merge(1, 2), Delete(1));

        Assert.Equal((null, null), (scenario.Entry(2).MergeStatus, scenario.Entry(2).MergedIntoId));
    }

    [Fact]
    public void Of_the_last_one_merged_into_another_leaves_that_one_no_primary()
    {
        var scenario = Given(Contest(), Qso(station: "A"), Qso(station: "B"), Merge(1, 2));

        scenario.When(Delete(2)).Shows("logEntry:deleted", "logEntry:updated");
        Assert.Null(scenario.Entry(1).MergeStatus);
    }
}

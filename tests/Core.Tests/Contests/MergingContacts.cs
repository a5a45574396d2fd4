using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class MergingContacts
{
    private static readonly ContestCommand[] three = [Contest(), Qso(station: "A"), Qso(station: "B"), Qso(station: "C")];

    [Fact]
    public void Leaves_one_that_counts()
    {
        var scenario = Given([.. three, Merge(1, 2, 3)]);

        Assert.Equal(
            [(MergeStatus.Primary, null, 1), (MergeStatus.DuplicateOf, "fd.1", 0), (MergeStatus.DuplicateOf, "fd.1", 0)],
            scenario.Entries.Select(entry => (entry.MergeStatus!.Value, entry.MergedIntoId, entry.Points)));
        Assert.Equal(1, scenario.Log.Statistics().QsoCount);
    }

    [Fact]
    public void Answers_how_many_belong_to_the_primary_by_it() =>
        Assert.Equal(new Merged("fd.1", 2, Noon.AddMinutes(3)), Given(three).When(Merge(1, 2, 3, 3)).Answers<Merged>());

    [Fact]
    public void Again_has_the_first_answer_and_changes_nothing()
    {
        var again = Merge(1, 2, 3);
        var later = new MergeQsos(again.Caller, again.PrimaryId, again.DuplicateIds, again.Reason, again.At.AddHours(1));
        var happening = Given([.. three, again]).When(later);

        happening.ChangesNothing();
        Assert.Equal(new Merged("fd.1", 2, Noon.AddMinutes(3)), happening.Answers<Merged>());
    }

    [Fact]
    public void Shows_the_entries_then_the_hours() =>
        Given(three).When(Merge(1, 2, 3)).Shows("logEntry:updated", "logEntry:updated", "logEntry:updated", "aggregate:updated");

    [Fact]
    public void Takes_along_what_had_been_merged_into_a_duplicate()
    {
        var scenario = Given([.. three, Merge(2, 3), Merge(1, 2)]);

        Assert.Equal(
            [(MergeStatus.Primary, null), (MergeStatus.Merged, "fd.1"), (MergeStatus.DuplicateOf, "fd.1")],
            scenario.Entries.Select(entry => (entry.MergeStatus!.Value, entry.MergedIntoId)));
    }

    [Fact]
    public void Away_lets_the_next_dupe_in_line_count()
    {
        var scenario = Given(Contest(), Qso(), Qso(time: "12:30"), Qso("K9ZZ", station: "B"), Merge(3, 1));

        Assert.Equal((false, 1), (scenario.Entry(2).IsDupe, scenario.Entry(2).Points));
    }

    [Fact]
    public void An_original_into_its_own_dupe_lets_that_count()
    {
        var scenario = Given(Contest(), Qso(), Qso(time: "12:30"), Merge(2, 1));

        Assert.Equal((false, 1, MergeStatus.Primary), (scenario.Entry(2).IsDupe, scenario.Entry(2).Points, scenario.Entry(2).MergeStatus));
    }

    [Fact]
    public void Away_is_not_considered_for_dupes()
    {
        var scenario = Given([.. three, Merge(2, 1), Qso(station: "A", time: "12:30")]);

        Assert.False(scenario.Entry(4).IsDupe);
    }

    [Fact]
    public void Names_at_least_one() => Given(three).When(Merge(1)).RefusesBecause("InvalidMerge", "duplicate_ids names no entry.");

    [Fact]
    public void Names_at_most_a_thousand() =>
        Given(three).When(Merge(1, [.. Enumerable.Range(2, 1_001)])).RefusesBecause("InvalidMerge", "duplicate_ids names more than 1000");

    [Fact]
    public void Does_not_name_the_primary() =>
        Given(three).When(Merge(1, 2, 1)).RefusesBecause("InvalidMerge", "primary_id is also among duplicate_ids.");

    [Fact]
    public void Is_refused_for_what_is_merged_elsewhere() =>
        Given([.. three, Merge(1, 2)]).When(Merge(3, 2)).RefusesBecause("InvalidMerge", "fd.2 is already merged into fd.1.");

    [Fact]
    public void Is_refused_into_what_is_merged_itself() =>
        Given([.. three, Merge(1, 2)]).When(Merge(2, 3)).RefusesBecause("InvalidMerge", "fd.2 is already merged into fd.1.");

    [Fact]
    public void Is_refused_in_a_ring() =>
        Given([.. three, Merge(1, 2)]).When(Merge(2, 1)).RefusesBecause("InvalidMerge", "fd.2 is already merged into fd.1.");

    [Fact]
    public void Is_refused_where_an_entry_is_unknown()
    {
        Given(three).When(Merge(1, 2, 4)).Refuses(ContestRefusals.EntryNotFound);
        Given(three).When(Merge(4, 1)).Refuses(ContestRefusals.EntryNotFound);
    }

    [Theory]
    [InlineData("line\nbreak", "merge_reason has no control characters.")]
    [InlineData(null, "merge_reason has at most 256 characters.")]
    public void Is_refused_for_a_reason_that_is_no_sentence(string? reason, string because) =>
        Given(three).When(new MergeQsos(Caller.Anonymous, "fd.1", ["fd.2"], reason ?? new string('r', 257), Noon))
            .RefusesBecause("InvalidMerge", because);
}

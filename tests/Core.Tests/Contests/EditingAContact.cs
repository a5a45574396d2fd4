using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class EditingAContact
{
    [Fact]
    public void Sets_the_named_fields_and_no_other()
    {
        var edit = Edit(1, new() { Callsign = "k1abd", Name = "Ann", RstSent = "599" }, "callsign", "name");

        var entry = Given(Contest(), Qso()).When(edit).Answers<LogEntry>();

        Assert.Equal(("K1ABD", "Ann", null, "12:00"), (entry.Callsign, entry.Name, entry.RstSent, entry.QsoTime));
    }

    [Fact]
    public void Clears_a_field_that_may_be_empty() =>
        Assert.Null(Given(Contest(), Qso(op: "K1XYZ")).When(Edit(1, new(), "operatorCallsign")).Answers<LogEntry>().OperatorCallsign);

    [Fact]
    public void Clears_no_required_field() =>
        Given(Contest(), Qso()).When(Edit(1, new(), "callsign")).Refuses(ContestRefusals.MissingFields(["callsign"]));

    [Fact]
    public void Is_checked_like_a_new_contact() =>
        Given(Contest(), Qso()).When(Edit(1, new() { Mode = "SMOKE" }, "mode")).RefusesBecause("Invalid", "mode \"SMOKE\"");

    [Fact]
    public void Ignores_what_is_not_for_a_sender_to_set() =>
        Given(Contest(), Qso()).When(Edit(1, new() { DedupeKey = "mine" }, "id", "points", "isDupe", "dedupeKey")).ChangesNothing();

    [Fact]
    public void Changes_nothing_when_it_is_so_already() =>
        Given(Contest(), Qso()).When(Edit(1, new() { Callsign = "K1ABC", Band = "20m" }, "callsign", "band")).ChangesNothing();

    [Fact]
    public void Keeps_when_it_was_logged_and_stamps_when_it_was_changed()
    {
        var entry = Given(Contest(), Qso()).When(Edit(1, new() { Notes = "hm" }, "notes")).Answers<LogEntry>();

        Assert.Equal((Noon, Noon.AddMinutes(1)), (entry.CreatedAt, entry.UpdatedAt));
    }

    [Fact]
    public void Takes_the_band_along_with_the_frequency() =>
        Assert.Equal("40", Given(Contest(), Qso()).When(Edit(1, new() { Frequency = 7.03m }, "frequency")).Answers<LogEntry>().Band);

    [Fact]
    public void Refuses_a_band_that_the_frequency_is_not_in() =>
        Given(Contest(), Qso(Qso().Draft with { Frequency = 14.03m })).When(Edit(1, new() { Band = "40" }, "band"))
            .RefusesBecause("Invalid", "frequency 14.03 MHz is not in band 40.");

    [Fact]
    public void Makes_a_key_from_the_fields_anew() =>
        Assert.Equal(
            "fd|none|W1AW|K1ABC|20|SSB|2026-01-24|12:00",
            Given(Contest(), Qso()).When(Edit(1, new() { Mode = "SSB" }, "mode")).Answers<LogEntry>().DedupeKey);

    [Fact]
    public void Keeps_the_senders_own_key() =>
        Assert.Equal(
            "mine",
            Given(Contest(), Qso(Qso().Draft with { DedupeKey = "mine" })).When(Edit(1, new() { Mode = "SSB" }, "mode")).Answers<LogEntry>().DedupeKey);

    [Fact]
    public void Is_refused_when_another_entry_is_there_already() =>
        Given(Contest(), Qso("K1ABC"), Qso("K1ABD")).When(Edit(2, new() { Callsign = "K1ABC" }, "callsign"))
            .Refuses(ContestRefusals.EditWouldDuplicate);

    [Fact]
    public void May_become_what_a_deleted_entry_was() =>
        Given(Contest(), Qso("K1ABC"), Qso("K1ABD"), Delete(1)).When(Edit(2, new() { Callsign = "K1ABC" }, "callsign")).Accepts();

    [Fact]
    public void May_become_what_another_entry_was_before_its_own_edit() =>
        Given(Contest(), Qso("K1ABC"), Qso("K1ABD"), Edit(1, new() { Callsign = "K1ABE" }, "callsign"))
            .When(Edit(2, new() { Callsign = "K1ABC" }, "callsign")).Accepts();

    [Theory]
    [InlineData("fd.2")]
    [InlineData("fd.0")]
    [InlineData("fd.01")]
    [InlineData("fd.-1")]
    [InlineData("fd.99999999999")]
    [InlineData("other.1")]
    [InlineData("fd")]
    [InlineData("fd.")]
    [InlineData("")]
    public void Is_refused_where_there_is_no_such_entry(string id) =>
        Given(Contest(), Qso()).When(new EditQso(Caller.Anonymous, id, new([], new()), Noon)).Refuses(ContestRefusals.EntryNotFound);

    [Fact]
    public void Away_from_a_dupe_lets_the_next_in_line_count()
    {
        var scenario = Given(Contest(), Qso(), Qso(time: "12:30"), Qso(time: "12:45"));

        var happening = scenario.When(Edit(1, new() { Callsign = "K9ZZ" }, "callsign"));

        happening.Shows("logEntry:updated", "logEntry:updated", "aggregate:updated");
        Assert.Equal("fd.2", (string?)happening.Data(1)["id"]);
        Assert.Equal([(false, 1), (false, 1), (true, 0)], scenario.Entries.Select(entry => (entry.IsDupe, entry.Points)));
    }

    [Fact]
    public void In_front_of_another_makes_that_one_a_dupe()
    {
        var scenario = Given(Contest(), Qso("K9ZZ"), Qso("K1ABC", time: "12:30"));

        var happening = scenario.When(Edit(1, new() { Callsign = "K1ABC" }, "callsign"));

        happening.Shows("logEntry:updated", "logEntry:updated", "aggregate:updated", "dupe:detected");
        Assert.Equal(("fd.2", "fd.1"), ((string?)happening.Data(3)["entry"]!["id"], (string?)happening.Data(3)["duplicate"]!["id"]));
        Assert.Equal([(false, 1), (true, 0)], scenario.Entries.Select(entry => (entry.IsDupe, entry.Points)));
    }

    [Fact]
    public void Behind_another_makes_it_a_dupe()
    {
        var happening = Given(Contest(), Qso("K1ABC"), Qso("K9ZZ", time: "12:30")).When(Edit(2, new() { Callsign = "K1ABC" }, "callsign"));

        happening.Shows("logEntry:updated", "aggregate:updated", "dupe:detected");
        Assert.True(happening.Answers<LogEntry>().IsDupe);
    }

    [Fact]
    public void Shows_both_hours_that_it_touches_and_the_operators_there()
    {
        var scenario = Given(Contest(), Qso(time: "12:59", op: "K1XYZ"), Qso("K9ZZ", time: "12:30", op: "K2XYZ"));

        var happening = scenario.When(Edit(1, new() { QsoTime = "13:00", OperatorCallsign = "K3XYZ" }, "qsoTime", "operatorCallsign"));

        happening.Shows("logEntry:updated", "aggregate:updated", "aggregate:updated");
        Assert.Equal(
            ["2026-01-24T12:00:00.000Z", "2026-01-24T13:00:00.000Z"],
            [(string)happening.Data(1)["periodStart"]!, (string)happening.Data(2)["periodStart"]!]);
        Assert.Equal([("K1XYZ", 0)], happening.Operators(1));
        Assert.Equal([("K3XYZ", 1)], happening.Operators(2));
    }

    [Fact]
    public void Shows_an_hour_that_became_empty_once_with_zeros()
    {
        var scenario = Given(Contest(), Qso(time: "12:59"));

        var happening = scenario.When(Edit(1, new() { QsoTime = "13:00" }, "qsoTime"));

        Assert.Equal(0, (int)happening.Data(1)["totalQsos"]!);
        Assert.Equal("{}", happening.Data(1)["bandBreakdown"]!.ToJsonString());
        Assert.Equal(13, Assert.Single(scenario.Log.Aggregates(null, null)).PeriodStart.Hour);
    }

    [Fact]
    public void Shows_no_hour_when_no_figure_changes() =>
        Given(Contest(), Qso()).When(Edit(1, new() { Notes = "nice" }, "notes")).Shows("logEntry:updated");

    [Fact]
    public void Shows_the_hour_when_only_the_multiplier_changes()
    {
        var rules = new ContestRuleSet { Name = "P", Multiplier = MultiplierKind.WpxPrefix };
        var happening = Given(Contest(rules), Qso("K1ABC"), Qso("K1DEF")).When(Edit(1, new() { Callsign = "K2ABC" }, "callsign"));

        happening.Shows("logEntry:updated", "aggregate:updated");
        Assert.Equal(2, (int)happening.Beside(1)["multipliers"]!);
    }

    [Fact]
    public void Counts_in_nothing_while_it_is_merged_away()
    {
        var scenario = Given(Contest(), Qso("K1ABC"), Qso("K1ABC", station: "W1AW-2"), Merge(1, 2));

        scenario.When(Edit(2, new() { QsoTime = "13:00" }, "qsoTime")).Shows("logEntry:updated");
        Assert.Equal((0, "fd.1"), (scenario.Entry(2).Points, scenario.Entry(2).MergedIntoId));
    }
}

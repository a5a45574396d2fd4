using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

/// <summary>The same key again is the same entry, whatever became of it.</summary>
public sealed class RepeatingAContact
{
    [Fact]
    public void Is_answered_with_the_entry_that_is_there()
    {
        var scenario = Given(Contest(), Qso());

        var logged = scenario.When(Qso()).Answers<Logged>();

        Assert.Equal((scenario.Entry(1), true, "fd|none|W1AW|K1ABC|20|CW|2026-01-24|12:00"), (logged.Entry, logged.Deduped, logged.DedupeKey));
    }

    [Fact]
    public void Changes_nothing() => Given(Contest(), Qso()).When(Qso()).ChangesNothing();

    [Theory]
    [InlineData("w1aw", "k1abc", "20m", "cw", "1200")]
    [InlineData(" W1AW", "K1ABC ", " 20 ", "Cw", "12:00")]
    public void Is_known_in_any_spelling(string station, string call, string band, string mode, string time) =>
        Given(Contest(), Qso()).When(Qso(call, band, mode, time, station)).ChangesNothing();

    [Fact]
    public void Is_another_contact_in_another_club()
    {
        var inClub = Qso(Qso().Draft with { ClubId = "YARC" });

        Assert.Equal("fd|YARC|W1AW|K1ABC|20|CW|2026-01-24|12:00", Given(Contest(), Qso()).When(inClub).Answers<Logged>().DedupeKey);
    }

    [Fact]
    public void Is_no_other_contact_in_a_club_called_none()
    {
        var inNone = Qso(Qso().Draft with { ClubId = "none" });

        Given(Contest(), Qso()).When(inNone).ChangesNothing();
    }

    [Fact]
    public void Is_known_by_the_senders_own_key()
    {
        var own = Qso(Qso().Draft with { DedupeKey = "n1mm-17" });
        var changed = Qso(Qso("K9ZZ", "40").Draft with { DedupeKey = "n1mm-17" });

        Assert.Equal("n1mm-17", Given(Contest(), own).When(changed).ChangesNothing().Entry(1).DedupeKey);
    }

    [Fact]
    public void Is_known_after_the_entry_was_deleted()
    {
        var logged = Given(Contest(), Qso(), Delete(1)).When(Qso()).Answers<Logged>();

        Assert.Equal((null, true), (logged.Entry, logged.Deduped));
    }

    [Fact]
    public void Is_known_by_its_first_key_after_an_edit_made_another()
    {
        var scenario = Given(Contest(), Qso("K1ABC"), Edit(1, new() { Callsign = "K1ABD" }, "callsign"));

        Assert.Equal("K1ABD", scenario.When(Qso("K1ABC")).Answers<Logged>().Entry!.Callsign);
        Assert.Equal("K1ABD", scenario.When(Qso("K1ABD")).Answers<Logged>().Entry!.Callsign);
        Assert.Single(scenario.Entries);
    }
}

using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class WorkingSomebodyTwice
{
    private static readonly CreateContest perBand = Contest(new() { Name = "Per band", Dupes = DupeRule.Band });

    [Fact]
    public void Is_a_dupe_on_the_same_band_in_the_same_mode_class() =>
        AssertDupe(Contest(), Qso(mode: "FT8"), Qso(mode: "RTTY", time: "12:30"));

    [Fact]
    public void Is_no_dupe_in_another_mode_class() => AssertNoDupe(Contest(), Qso(mode: "CW"), Qso(mode: "SSB", time: "12:30"));

    [Fact]
    public void Is_a_dupe_in_another_mode_class_where_bands_alone_count() =>
        AssertDupe(perBand, Qso(mode: "CW"), Qso(mode: "SSB", time: "12:30"));

    [Fact]
    public void Is_no_dupe_on_another_band() => AssertNoDupe(perBand, Qso(band: "20"), Qso(band: "40", time: "12:30"));

    [Fact]
    public void Is_no_dupe_from_another_station() => AssertNoDupe(Contest(), Qso(station: "W1AW"), Qso(station: "W1AW-2"));

    [Fact]
    public void Is_a_dupe_from_the_same_station_in_another_spelling() =>
        AssertDupe(Contest(), Qso(station: "W1AW"), Qso(station: "w1aw", time: "12:30"));

    [Fact]
    public void Is_no_dupe_of_the_portable_call() => AssertNoDupe(Contest(), Qso("K1ABC"), Qso("K1ABC/P"));

    [Fact]
    public void Is_no_dupe_where_the_rules_know_none() =>
        AssertNoDupe(Contest(new() { Name = "All count", Dupes = DupeRule.None }), Qso(), Qso(time: "12:30"));

    [Fact]
    public void Earns_neither_points_nor_a_multiplier()
    {
        var scenario = Given(Contest(new() { Name = "P", Multiplier = MultiplierKind.WpxPrefix }), Qso(), Qso(time: "12:30"));

        Assert.Equal((1, "K1"), (scenario.Entry(1).Points, scenario.Entry(1).Multiplier));
        Assert.Equal((0, null), (scenario.Entry(2).Points, scenario.Entry(2).Multiplier));
    }

    [Fact]
    public void Counts_as_a_contact_and_as_a_dupe()
    {
        var hour = Assert.Single(Given(Contest(), Qso(), Qso(time: "12:30"), Qso(time: "12:45")).Log.Aggregates(null, null));

        Assert.Equal((3, 2, 3, 1), (hour.TotalQsos, hour.TotalDupes, hour.CwContacts, hour.Points));
    }

    [Fact]
    public void Is_shown_with_the_earlier_entry_last_of_all()
    {
        var happening = Given(Contest(), Qso(), Qso(time: "12:30")).When(Qso(time: "12:45"));

        happening.Shows("logEntry:created", "aggregate:updated", "dupe:detected");
        Assert.Equal(("fd.3", "fd.1"), ((string?)happening.Data(2)["entry"]!["id"], (string?)happening.Data(2)["duplicate"]!["id"]));
    }

    private static void AssertDupe(CreateContest contest, LogQso first, LogQso second) => AssertDupes(contest, first, second, true);

    private static void AssertNoDupe(CreateContest contest, LogQso first, LogQso second) => AssertDupes(contest, first, second, false);

    private static void AssertDupes(CreateContest contest, LogQso first, LogQso second, bool expected) =>
        Assert.Equal([false, expected], Given(contest, first, second).Entries.Select(entry => entry.IsDupe));
}

using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class ReadingTheFigures
{
    private static readonly ContestLog log = Given(
        Contest(),
        Qso("K1ABC", "20", "CW", "10:59:59", op: "K1XYZ"),
        Qso("K1DEF", "20", "SSB", "11:00", op: "K1XYZ"),
        Qso("K1ABC", "40", "FT8", "11:30"),
        Qso("K1ABC", "40", "FT4", "11:45")).Log;

    [Fact]
    public void Gives_an_hour_with_all_its_breakdowns()
    {
        var hour = log.Aggregates(null, null)[1];

        Assert.Equal((3, 1, 0, 1, 2, 2), (hour.TotalQsos, hour.TotalDupes, hour.CwContacts, hour.SsbContacts, hour.FtxContacts, hour.Points));
        Assert.Equal([new("20", 1), new("40", 2)], hour.BandBreakdown);
        Assert.Equal([new("FT4", 1), new("FT8", 1), new("SSB", 1)], hour.ModeBreakdown);
        Assert.Equal([new("K1XYZ", new(1, 1)), new("W1AW", new(2, 1))], hour.OperatorStats);
    }

    [Theory]
    [InlineData(10, 12, 2)]
    [InlineData(11, 12, 1)]
    [InlineData(10, 11, 1)]
    [InlineData(12, 13, 0)]
    public void Gives_the_hours_from_the_start_to_before_the_end(int start, int end, int hours) =>
        Assert.Equal(hours, log.Aggregates(Noon.AddHours(start - 12), Noon.AddHours(end - 12)).Count);

    [Fact]
    public void Names_the_club_that_a_whole_hour_shares()
    {
        var inClub = Qso("K1ABC").Draft with { ClubId = "YARC" };
        var scenario = Given(Contest(), Qso(inClub));
        Assert.Equal("YARC", scenario.Log.Aggregates(null, null)[0].ClubId);

        scenario.When(Qso("K1DEF")).Accepts();
        Assert.Null(scenario.Log.Aggregates(null, null)[0].ClubId);

        scenario.When(Delete(2)).Accepts();
        scenario.When(Qso(inClub with { Callsign = "K1GHI", ClubId = "FRC" })).Accepts();
        Assert.Null(scenario.Log.Aggregates(null, null)[0].ClubId);
    }

    [Fact]
    public void Ranks_operators_by_contacts_then_by_name()
    {
        var rows = Given(Contest(), Qso("K1ABC", op: "ZZ1Z"), Qso("K1DEF", op: "AA1A"), Qso("K1GHI"), Qso("K1JKL")).Log.Scoreboard();

        Assert.Equal([("W1AW", 2), ("AA1A", 1), ("ZZ1Z", 1)], rows.Select(row => (row.Operator, row.Qsos)));
    }

    [Fact]
    public void Gives_an_operator_figures_of_the_operators_own()
    {
        var row = log.Scoreboard().Single(row => row.Operator == "K1XYZ");

        Assert.Equal((2, 2, 1, 1, 0), (row.Qsos, row.Points, row.CwContacts, row.SsbContacts, row.FtxContacts));
        Assert.Equal([new("20", 2)], row.Bands);
    }

    [Fact]
    public void Shows_the_bands_of_the_last_60_minutes_first_and_last_moment_included()
    {
        var occupancy = log.BandOccupancy(Noon.AddMinutes(-15));

        Assert.Equal(Noon.AddMinutes(-75), occupancy.LastHour);
        Assert.Equal([("40", 2), ("20", 2)], occupancy.Bands.Select(band => (band.Band, band.Qsos)).OrderByDescending(band => band.Band));
        Assert.Equal(1, log.BandOccupancy(Noon.AddSeconds(-1)).Bands.Single(band => band.Band == "20").Modes["CW"]);
        Assert.Equal(["40", "20"], log.BandOccupancy(Noon).Bands.Select(band => band.Band));
        Assert.Equal([new("SSB", 1)], log.BandOccupancy(Noon).Bands[1].Modes);
        Assert.Equal(["40"], log.BandOccupancy(Noon.AddTicks(1)).Bands.Select(band => band.Band));
    }

    [Fact]
    public void Shows_no_contact_of_the_future() => Assert.Equal(["20"], log.BandOccupancy(Noon.AddMinutes(-31)).Bands.Select(band => band.Band));

    [Fact]
    public void Shows_no_band_before_the_first_contact() => Assert.Empty(log.BandOccupancy(DateTimeOffset.MinValue).Bands);

    [Fact]
    public void Gives_an_operators_hours_in_any_spelling_of_the_call()
    {
        var activity = log.OperatorActivity(" k1xyz ");

        Assert.Equal(("K1XYZ", 2), (activity.Operator, activity.TotalQsos));
        Assert.Equal([new(Noon.AddHours(-2), 1), new(Noon.AddHours(-1), 1)], activity.HourlyActivity);
        Assert.Equal([new("CW", 1), new("SSB", 1)], activity.ModeDistribution);
    }

    [Fact]
    public void Gives_zeros_for_an_operator_nobody_knows()
    {
        var activity = log.OperatorActivity("N0CALL");

        Assert.Equal((0, 0, 0), (activity.TotalQsos, activity.HourlyActivity.Count, activity.BandDistribution.Count));
    }

    [Fact]
    public void Gives_the_contest_in_figures()
    {
        var statistics = log.Statistics();

        Assert.Equal((4, 3L, 0, 3L, 1), (statistics.QsoCount, statistics.PointsTotal, statistics.Mults, statistics.Score, statistics.DupeCount));
        Assert.Equal([new("K1ABC", 3), new("K1DEF", 1)], statistics.TopCalls);
        Assert.Equal([new(Noon.AddHours(-2), 1), new(Noon.AddHours(-1), 3)], statistics.QsoPerHour);
        Assert.Equal(Noon, statistics.LastUpdated);
    }

    [Fact]
    public void Names_ten_top_calls() =>
        Assert.Equal(
            Calls(10),
            Given([Contest(), .. Calls(12).Select(call => Qso(call))]).Log.Statistics().TopCalls.Select(top => top.Call));

    [Fact]
    public void Was_never_updated_while_the_log_is_empty() => Assert.Null(Given(Contest(), Qso(), Delete(1)).Log.Statistics().LastUpdated);

    [Fact]
    public void Was_updated_when_an_entry_last_went() =>
        Assert.Equal(Noon.AddMinutes(2), Given(Contest(), Qso("K1ABC"), Qso("K1DEF"), Delete(1)).Log.Statistics().LastUpdated);

    private static IEnumerable<string> Calls(int count) => Enumerable.Range('A', count).Select(letter => $"K1{(char)letter}A");
}

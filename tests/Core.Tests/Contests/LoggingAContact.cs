using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class LoggingAContact
{
    [Fact]
    public void Gives_it_the_next_number_of_the_contest() =>
        Assert.Equal("fd.2", Given(Contest(), Qso("K1ABC")).When(Qso("K2DEF")).Answers<Logged>().Entry!.Id);

    [Fact]
    public void Stamps_it_with_the_moment_of_the_command()
    {
        var entry = Given(Contest()).When(Qso(Draft(), at: Noon.AddSeconds(7))).Answers<Logged>().Entry!;

        Assert.Equal((Noon.AddSeconds(7), Noon.AddSeconds(7)), (entry.CreatedAt, entry.UpdatedAt));
    }

    [Fact]
    public void Writes_everything_in_its_canonical_form()
    {
        var entry = Log(Draft() with
        {
            StationId = " W1AW ",
            Callsign = " ea8/g4abc/p ",
            Band = "20m",
            Mode = "ssb",
            QsoDate = "20260124",
            QsoTime = "235959",
            OperatorCallsign = "k1xyz",
            Grid = "fn31PR",
            Notes = "  first\nsecond ",
        });

        Assert.Equal(
            ("W1AW", "EA8/G4ABC/P", "20", "SSB", new DateOnly(2026, 1, 24), "23:59:59", "K1XYZ", "FN31pr", "first\nsecond"),
            (entry.StationId, entry.Callsign, entry.Band, entry.Mode, entry.QsoDate, entry.QsoTime, entry.OperatorCallsign, entry.Grid, entry.Notes));
    }

    [Theory]
    [InlineData("1200", "12:00")]
    [InlineData("12:00", "12:00")]
    [InlineData("12:00:30", "12:00:30")]
    [InlineData("000000", "00:00:00")]
    public void Keeps_the_time_as_precise_as_it_was_said(string said, string kept) =>
        Assert.Equal(kept, Log(Draft() with { QsoTime = said }).QsoTime);

    [Fact]
    public void Takes_the_band_from_the_frequency_when_no_band_is_said() =>
        Assert.Equal("40", Log(Draft() with { Band = null, Frequency = 7.035m }).Band);

    [Fact]
    public void Comes_from_the_api_unless_said_otherwise()
    {
        Assert.Equal("api", Log(Draft()).Source);
        Assert.Equal("adif", Log(Draft() with { Source = "adif" }).Source);
    }

    [Fact]
    public void Tells_nothing_from_the_empty_text()
    {
        var entry = Log(Draft() with { RstSent = "", Notes = null, Exchange = " " });

        Assert.Equal(("", null, ""), (entry.RstSent, entry.Notes, entry.Exchange));
    }

    [Fact]
    public void Takes_a_blank_choice_for_none()
    {
        var entry = Log(Draft() with { OperatorCallsign = "", ClubId = " ", Grid = "", DedupeKey = "", Source = "" });

        Assert.Equal((null, null, null, "api"), (entry.OperatorCallsign, entry.ClubId, entry.Grid, entry.Source));
        Assert.Equal("fd|none|W1AW|K1ABC|20|CW|2026-01-24|12:00", entry.DedupeKey);
    }

    [Fact]
    public void Shows_the_entry_then_its_hour() =>
        Given(Contest()).When(Qso()).Shows("logEntry:created", "aggregate:updated");

    [Fact]
    public void Is_refused_with_the_names_of_what_is_missing() =>
        Given(Contest()).When(Qso(new QsoDraft { Callsign = " " }))
            .Refuses(ContestRefusals.MissingFields(["stationId", "callsign", "band", "mode", "qsoDate", "qsoTime"]));

    [Fact]
    public void Misses_no_band_where_there_is_a_frequency() =>
        Given(Contest()).When(Qso(new QsoDraft { Frequency = 14.2m }))
            .Refuses(ContestRefusals.MissingFields(["stationId", "callsign", "mode", "qsoDate", "qsoTime"]));

    [Fact]
    public void Is_accepted_outside_of_the_contests_period() =>
        Given(Contest(startsAt: Noon.AddDays(1), endsAt: Noon.AddDays(2))).When(Qso()).Accepts();

    [Fact]
    public void Is_refused_where_there_is_no_contest() => Given().When(Qso()).Refuses(ContestRefusals.ContestNotFound);

    [Theory]
    [MemberData(nameof(WrongDrafts))]
    public void Is_refused_with_a_sentence_for_what_is_wrong(string reason, QsoDraft draft) =>
        Given(Contest()).When(Qso(draft)).RefusesBecause("Invalid", reason);

    [Fact]
    public void Is_refused_with_a_sentence_for_each_wrong_field() =>
        Assert.Equal(3, Given(Contest()).When(Qso(Draft() with { Callsign = "?", Mode = "?", Grid = "?" })).Reasons().Count);

    [Theory]
    [InlineData("15", "CW", "band 15 does not count in this contest; these do: 20, 40.")]
    [InlineData("20", "FT8", "mode FT8 does not count in this contest; these do: CW, PHONE.")]
    public void Is_refused_where_the_rules_do_not_allow_it(string band, string mode, string reason) =>
        Given(Contest(new() { Name = "CW and phone", Bands = ["20m", "40"], Modes = ["CW", "phone"] }))
            .When(Qso(band: band, mode: mode)).RefusesBecause("Invalid", reason);

    [Fact]
    public void Is_allowed_by_the_class_of_its_mode() =>
        Given(Contest(new() { Name = "Phone", Modes = ["PHONE"] })).When(Qso(mode: "FM")).Accepts();

    public static TheoryData<string, QsoDraft> WrongDrafts => new()
    {
        { "callsign \"NOBODY\" is not a callsign.", Draft() with { Callsign = "NOBODY" } },
        { "band \"21\" is not an amateur band", Draft() with { Band = "21" } },
        { "frequency 13.9 MHz is in no amateur band.", Draft() with { Band = null, Frequency = 13.9m } },
        { "frequency 7.03 MHz is not in band 20.", Draft() with { Frequency = 7.03m } },
        { "frequency 13.9 MHz is not in band 20.", Draft() with { Frequency = 13.9m } },
        { "mode \"SMOKE\" is not an ADIF mode", Draft() with { Mode = "SMOKE" } },
        { "qsoDate \"2026-02-30\" is not a date", Draft() with { QsoDate = "2026-02-30" } },
        { "qsoDate \"24.01.2026\" is not a date", Draft() with { QsoDate = "24.01.2026" } },
        { "qsoTime \"24:00\" is not a time", Draft() with { QsoTime = "24:00" } },
        { "qsoTime \"12:60\" is not a time", Draft() with { QsoTime = "12:60" } },
        { "qsoTime \"12:00:60\" is not a time", Draft() with { QsoTime = "12:00:60" } },
        { "qsoTime \"noon\" is not a time", Draft() with { QsoTime = "noon" } },
        { "qsoTime \"1200Z\" is not a time", Draft() with { QsoTime = "1200Z" } },
        { "grid \"ZZ99\" is not a locator", Draft() with { Grid = "ZZ99" } },
        { "power is 0 to 100000 watts.", Draft() with { Power = -1 } },
        { "power is 0 to 100000 watts.", Draft() with { Power = 100_000.1m } },
        { "transmitter is 0 or 1.", Draft() with { Transmitter = 2 } },
        { "stationId has 1 to 32 characters", Draft() with { StationId = new string('W', 33) } },
        { "stationId has 1 to 32 characters", Draft() with { StationId = "W1AW|K1ABC" } },
        { "clubId has no '|'.", Draft() with { ClubId = "a|b" } },
        { "operatorCallsign has at most 32 characters.", Draft() with { OperatorCallsign = new string('K', 33) } },
        { "name has at most 256 characters.", Draft() with { Name = new string('n', 257) } },
        { "notes has at most 2000 characters.", Draft() with { Notes = new string('n', 2001) } },
        { "dedupeKey has at most 256 characters.", Draft() with { DedupeKey = new string('k', 257) } },
        { "dedupeKey has no control characters.", Draft() with { DedupeKey = "a\0b" } },
        { "exchange has no control characters.", Draft() with { Exchange = "59\u001b[2J14" } },
        { "name has no control characters.", Draft() with { Name = "two\nlines" } },
        { "notes has no control characters.", Draft() with { Notes = "half a pair: \ud83d" } },
    };

    private static QsoDraft Draft() => Qso().Draft;

    private static LogEntry Log(QsoDraft draft) => Given(Contest()).When(Qso(draft)).Answers<Logged>().Entry!;
}

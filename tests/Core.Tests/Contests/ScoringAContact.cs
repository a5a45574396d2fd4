using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class ScoringAContact
{
    [Theory]
    [InlineData("ARRL-FD", "20", "CW", 2)]
    [InlineData("ARRL-FD", "20", "SSB", 1)]
    [InlineData("ARRL-FD", "20", "FT8", 2)]
    [InlineData("wfd", "20", "RTTY", 2)]
    [InlineData("wfd", "2", "FM", 1)]
    [InlineData("ARRL-VHF", "6", "SSB", 1)]
    [InlineData("ARRL-VHF", "2", "CW", 1)]
    [InlineData("ARRL-VHF", "1.25", "FM", 2)]
    [InlineData("ARRL-VHF", "70cm", "FT8", 2)]
    [InlineData("ARRL-VHF", "33cm", "CW", 4)]
    [InlineData("ARRL-VHF", "23cm", "CW", 4)]
    [InlineData("ARRL-VHF", "13cm", "CW", 8)]
    [InlineData("ARRL-VHF", "3cm", "CW", 8)]
    [InlineData("PREFIX", "20", "SSB", 1)]
    [InlineData("General", "20", "CW", 1)]
    public void Earns_the_points_of_the_rules(string rules, string band, string mode, int points) =>
        Assert.Equal(points, Given(Contest(BuiltIn(rules)), Qso(band: band, mode: mode)).Entry(1).Points);

    [Theory]
    [InlineData("CW", "2", 7)]
    [InlineData("CW", "20", 3)]
    [InlineData("SSB", "20", 1)]
    public void Earns_what_its_band_earns_before_what_its_class_earns(string mode, string band, int points)
    {
        var rules = new ContestRuleSet
        {
            Name = "Own",
            Points = new Dictionary<string, int> { ["cw"] = 3 },
            BandPoints = new Dictionary<string, int> { ["2m"] = 7 },
        };

        Assert.Equal(points, Given(Contest(rules), Qso(band: band, mode: mode)).Entry(1).Points);
    }

    [Theory]
    [InlineData("ARRL-FD", "K1ABC", "3A emA", "EMA")]
    [InlineData("ARRL-FD", "K1ABC", "CT", "CT")]
    [InlineData("ARRL-FD", "K1ABC", null, null)]
    [InlineData("ARRL-FD", "K1ABC", "", null)]
    [InlineData("ARRL-VHF", "K1ABC", "fn31", "FN31")]
    [InlineData("ARRL-VHF", "K1ABC", "FN31pr", "FN31")]
    [InlineData("ARRL-VHF", "K1ABC", "CT", null)]
    [InlineData("PREFIX", "EA8/G4ABC/P", "001", "EA8")]
    [InlineData("PREFIX", "K1ABC", null, "K1")]
    [InlineData("GENERAL", "K1ABC", "599", null)]
    public void Counts_for_what_the_rules_collect(string rules, string call, string? exchange, string? multiplier) =>
        Assert.Equal(multiplier, Given(Contest(BuiltIn(rules)), Qso(call, band: "6", exchange: exchange)).Entry(1).Multiplier);

    [Theory]
    [InlineData("17 NY JOHN PAUL", "NY")]
    [InlineData("17", null)]
    public void Finds_the_section_at_its_place_in_the_exchange(string exchange, string? section)
    {
        var rules = new ContestRuleSet { Name = "Own", Multiplier = MultiplierKind.Section, Exchange = ["age", "Section", "name"] };

        Assert.Equal(section, Given(Contest(rules), Qso(exchange: exchange)).Entry(1).Multiplier);
    }

    [Fact]
    public void Counts_for_the_locator_of_the_entry_before_that_of_the_exchange()
    {
        var qso = Qso(Qso(band: "2", exchange: "FN42").Draft with { Grid = "FN31pr" });

        Assert.Equal("FN31", Given(Contest(BuiltIn("ARRL-VHF")), qso).Entry(1).Multiplier);
    }

    [Fact]
    public void Counts_for_the_entity_of_the_call()
    {
        var rules = new ContestRuleSet { Name = "Own", Multiplier = MultiplierKind.DxccPrefix };

        Assert.Equal("DL", Given(Contest(rules), Qso("DK1TBL")).Entry(1).Multiplier);
    }

    [Fact]
    public void Adds_up_to_points_times_multipliers_times_power()
    {
        var log = Given(Contest(BuiltIn("PREFIX"), power: 5), Qso("K1ABC"), Qso("K1DEF"), Qso("DL1ABC")).Log;

        Assert.Equal((3L, 2, 30L), (log.Statistics().PointsTotal, log.Statistics().Mults, log.Statistics().Score));
    }

    [Fact]
    public void Multiplies_by_one_without_multipliers() =>
        Assert.Equal(2, Given(Contest(power: 2), Qso()).Log.Statistics().Score);

    [Fact]
    public void Counts_sections_without_multiplying_on_field_day()
    {
        var log = Given(Contest(BuiltIn("ARRL-FD"), power: 2), Qso("K1ABC", exchange: "2A CT"), Qso("K1DEF", exchange: "1D EMA")).Log;

        Assert.Equal((2, 8L), (log.Statistics().Mults, log.Statistics().Score));
    }

    [Fact]
    public void Counts_a_locator_anew_on_each_band()
    {
        var log = Given(Contest(BuiltIn("ARRL-VHF")), Qso(band: "6", exchange: "FN31"), Qso(band: "2", exchange: "FN31")).Log;

        Assert.Equal((2, 4L), (log.Statistics().Mults, log.Statistics().Score));
    }

    [Fact]
    public void Counts_a_prefix_once_over_all_bands() =>
        Assert.Equal(1, Given(Contest(BuiltIn("PREFIX")), Qso(band: "20"), Qso(band: "40")).Log.Statistics().Mults);

    [Fact]
    public void Counts_no_short_wave_in_a_vhf_contest() =>
        Given(Contest(BuiltIn("ARRL-VHF"))).When(Qso(band: "20")).RefusesBecause("Invalid", "band 20 does not count");

    [Fact]
    public void Has_no_rules_of_an_unknown_name() => Assert.False(BuiltInRules.TryGet("CQWW", out _));

    private static ContestRuleSet BuiltIn(string name) => BuiltInRules.TryGet(name, out var rules) ? rules : throw new KeyNotFoundException(name);
}

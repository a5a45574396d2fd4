using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class CreatingAContest
{
    [Fact]
    public void Answers_its_card()
    {
        var end = Noon.AddDays(1).ToOffset(TimeSpan.FromHours(2));
        var card = Given().When(Contest(open: true, power: 2, startsAt: Noon.AddTicks(1), endsAt: end)).Answers<ContestCard>();

        Assert.Equal(("fd", "Club night", true, 2, Noon), (card.Id, card.Name, card.Open, card.PowerMultiplier, card.CreatedAt));
        Assert.Equal((Noon, Noon.AddDays(1), TimeSpan.Zero), (card.StartsAt, card.EndsAt, card.EndsAt!.Value.Offset));
    }

    [Fact]
    public void Shows_spectators_nothing() => Given().When(Contest()).Shows();

    [Fact]
    public void Writes_its_rules_in_their_canonical_form()
    {
        var rules = new ContestRuleSet
        {
            Name = " Own ",
            Points = new Dictionary<string, int> { ["phone"] = 1, ["Cw"] = 2 },
            BandPoints = new Dictionary<string, int> { ["70CM"] = 3, ["2m"] = 2 },
            Exchange = ["RST", " Section "],
            Bands = ["20m", "20", "70cm"],
            Modes = ["ft8", "Phone"],
        };

        var written = Given(Contest(rules)).Log.Card!.Rules;

        Assert.Equal("Own", written.Name);
        Assert.Equal(["CW", "PHONE"], written.Points.Keys);
        Assert.Equal(["2", "70cm"], written.BandPoints.Keys);
        Assert.Equal(["rst", "section"], written.Exchange);
        Assert.Equal(["20", "70cm"], written.Bands);
        Assert.Equal(["FT8", "PHONE"], written.Modes);
    }

    [Fact]
    public void Again_has_the_first_answer_and_changes_nothing()
    {
        var again = new CreateContest(Contest(BuiltInRules.All[2]).Draft, Noon.AddHours(1));
        var happening = Given(Contest(BuiltInRules.All[2])).When(again);

        happening.ChangesNothing();
        Assert.Equal(Noon, happening.Answers<ContestCard>().CreatedAt);
    }

    [Fact]
    public void Is_refused_where_there_is_another() => Given(Contest(power: 1)).When(Contest(power: 2)).Refuses(ContestRefusals.ContestExists);

    [Fact]
    public void Comes_before_everything_else() => Given().When(new AddKey(new('a', 64), Noon)).Refuses(ContestRefusals.ContestNotFound);

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void Is_refused_for_rules_that_make_no_sense(string reason, ContestRuleSet rules) =>
        Given().When(Contest(rules)).RefusesBecause("InvalidContest", reason);

    [Fact]
    public void Is_refused_for_a_period_that_ends_before_it_begins() =>
        Given().When(Contest(startsAt: Noon, endsAt: Noon)).RefusesBecause("InvalidContest", "endsAt is after startsAt.");

    [Fact]
    public void Is_refused_for_another_power_multiplier() =>
        Given().When(Contest(power: 3)).RefusesBecause("InvalidContest", "powerMultiplier is 1, 2 or 5.");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData(null)]
    public void Is_refused_without_a_name(string? name)
    {
        var draft = Contest().Draft with { Name = name ?? new string('n', 201) };

        Given().When(new CreateContest(draft, Noon)).RefusesBecause("InvalidContest", "name has 1 to 200 characters");
    }

    public static TheoryData<string, ContestRuleSet> WrongRules => new()
    {
        { "rules.name has 1 to 200 characters", new() { Name = "" } },
        { "rules.points: \"SMOKE\" is not one of CW, PHONE and DIGITAL.", new() { Name = "x", Points = Of("SMOKE", 1) } },
        { "rules.points: points are 0 to 1000.", new() { Name = "x", Points = Of("CW", -1) } },
        { "rules.bandPoints: points are 0 to 1000.", new() { Name = "x", BandPoints = Of("20", 1_001) } },
        { "rules.bandPoints: \"21\" is not an amateur band.", new() { Name = "x", BandPoints = Of("21", 1) } },
        { "rules.bandPoints names \"20m\" twice.", new() { Name = "x", BandPoints = new Dictionary<string, int> { ["20"] = 1, ["20m"] = 2 } } },
        { "rules.bands: \"21\" is not an amateur band.", new() { Name = "x", Bands = ["21"] } },
        { "rules.modes: \"smoke\" is neither a mode nor a class of modes.", new() { Name = "x", Modes = ["smoke"] } },
        { "rules.exchange has at most 10 fields.", new() { Name = "x", Exchange = [.. Enumerable.Repeat("f", 11)] } },
        { "rules.exchange has 1 to 200 characters", new() { Name = "x", Exchange = [""] } },
        { "rules.dupes is band, band+mode or none.", new() { Name = "x", Dupes = (DupeRule)7 } },
        { "rules.multiplier is none, section", new() { Name = "x", Multiplier = (MultiplierKind)7 } },
    };

    private static Dictionary<string, int> Of(string name, int points) => new() { [name] = points };
}

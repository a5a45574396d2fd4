using OrleansContest.Events;
using static OrleansContest.Tests.Events.EventScenario;
using static OrleansContest.Tests.Events.Venue;

namespace OrleansContest.Tests.Events;

public sealed class CreatingAnEvent
{
    [Fact]
    public void Begins_a_draft_with_the_contracts_defaults()
    {
        var card = Given().When(Create).Answers<EventCard>();

        Assert.Equal(("spring", "Spring Slalom", EventStatus.Draft, false), (card.EventId, card.MainTitle, card.Status, card.HasXmlData));
        Assert.Equal(new EventConfig(null, null, null, MergeStrategy.PushWins, 200), card.Config);
        Assert.Equal((null, Noon), (card.StatusChangedAt, card.CreatedAt));
    }

    [Fact]
    public void Opens_the_key_from_ten_days_before_to_five_after()
    {
        var validity = Given().When(Create).Answers<EventCard>().Validity;

        Assert.Equal(new DateTimeOffset(2026, 6, 17, 0, 0, 0, TimeSpan.Zero), validity.ValidFrom);
        Assert.Equal(new DateTimeOffset(2026, 7, 3, 0, 0, 0, TimeSpan.Zero), validity.ValidUntil);
        Assert.Equal(new KeyWindow(null, null), KeyWindow.Of(null, null));
    }

    [Fact]
    public void Tidies_what_was_typed()
    {
        var draft = Draft with { MainTitle = "  Spring Slalom ", SubTitle = " ", Location = " River ", ImageUrl = "https://example.org/a.png" };
        var card = Given().When(Create with { Draft = draft }).Answers<EventCard>();

        Assert.Equal(("Spring Slalom", null, "River"), (card.MainTitle, card.SubTitle, card.Location));
    }

    [Fact]
    public void Answers_a_retry_as_the_first_time_and_refuses_another_event_or_key()
    {
        var scenario = Given(Create);

        scenario.When(Create with { At = Noon.AddMinutes(1) }).ChangesNothing();
        scenario.When(Create with { KeyHash = new string('b', 64) }).Refuses(EventRefusals.EventExists("spring"));
        scenario.When(Create with { Draft = Draft with { MainTitle = "Autumn Slalom" } }).Refuses(EventRefusals.EventExists("spring"));
    }

    [Theory]
    [InlineData("mainTitle", "")]
    [InlineData("mainTitle", "a\u0007b")]
    [InlineData("imageUrl", "javascript:alert(1)")]
    [InlineData("imageUrl", "/picture.png")]
    [InlineData("subTitle", "201")]
    public void Refuses_text_that_is_not_fit_to_be_shown(string field, string text)
    {
        var long201 = new string('x', 201);
        var draft = field switch
        {
            "mainTitle" => Draft with { MainTitle = text },
            "subTitle" => Draft with { SubTitle = long201 },
            _ => Draft with { ImageUrl = text },
        };
        Given().When(Create with { Draft = draft }).RefusesBecause("InvalidRequest", field);
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        var draft = new EventDraft(" ", StartDate: new(2026, 6, 28), EndDate: new(2026, 6, 27), MaxConnections: 0, Strategy: (MergeStrategy)7);

        Assert.Equal(
            [
                "mainTitle has 1 to 200 characters, no control characters.",
                "endDate is not before startDate.",
                "strategy is push-wins or xml-wins.",
                "maxConnections is 1 to 100000.",
            ],
            Given().When(Create with { Draft = draft }).Decision.Refusal!.Details);
    }

    [Fact]
    public void Changes_settings_one_by_one_and_shows_spectators_nothing_of_it()
    {
        var scenario = Given(Create);
        var changed = scenario.When(new ConfigureEvent(Key, new(ActiveRaceId: Final, DisplayMode: "detailed"), Noon));

        Assert.Equal(new(Final, "detailed", null, MergeStrategy.PushWins, 200), changed.Answers<EventConfig>());
        changed.Shows();
        scenario.When(new ConfigureEvent(Key, new(Strategy: MergeStrategy.XmlWins, MaxConnections: 5, ShowOnCourse: true), Noon)).Accepts();
        Assert.Equal(new(Final, "detailed", true, MergeStrategy.XmlWins, 5), scenario.Live.Card().Config);
        scenario.When(new ConfigureEvent(Key, new(MaxConnections: 5), Noon)).ChangesNothing();
        scenario.When(new ConfigureEvent(Key, new(DisplayMode: "3d"), Noon)).RefusesBecause("InvalidRequest", "displayMode");
    }
}

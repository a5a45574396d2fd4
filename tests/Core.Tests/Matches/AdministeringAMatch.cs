using OrleansContest.Matches;
using static OrleansContest.Tests.Matches.MatchScenario;

namespace OrleansContest.Tests.Matches;

public sealed class AdministeringAMatch
{
    [Fact]
    public void Creates_a_draft() => Assert.Equal(
        new MatchCard("final", "Final", new("Reds", "#cc0000"), new("Blues", null), Noon, Noon.AddHours(2), MatchStatus.Draft, 1),
        Given().When(Create()).Answers<MatchCard>());

    [Fact]
    public void Answers_the_same_draft_as_the_first_time_and_refuses_another()
    {
        Given(Create()).When(Create()).ChangesNothing();
        Given(Create()).When(Create(votesPerUser: 3)).Refuses(MatchRefusals.MatchExists);
    }

    [Fact]
    public void Says_what_is_wrong_with_a_draft()
    {
        Given().When(new CreateMatch(Draft() with { Title = "" }, Noon)).RefusesBecause("title");
        Given().When(new CreateMatch(Draft() with { TeamA = new("", null) }, Noon)).RefusesBecause("teamA");
        Given().When(new CreateMatch(Draft() with { TeamB = new("Blues", new('x', 33)) }, Noon)).RefusesBecause("teamB");
        Given().When(new CreateMatch(Draft() with { EndsAt = Noon }, Noon)).RefusesBecause("endsAt");
        Given().When(new CreateMatch(Draft(votesPerUser: 0), Noon)).RefusesBecause("maxVotesPerUser");
        Given().When(new CreateMatch(Draft(votesPerUser: 11), Noon)).RefusesBecause("maxVotesPerUser");
        Given().When(new CreateMatch(Draft() with { Status = MatchStatus.Active }, Noon)).RefusesBecause("status");
    }

    [Fact]
    public void Revises_what_people_see()
    {
        var happening = Given(Create()).When(new ReviseMatch(Draft() with { Title = "The final" }, Noon));

        Assert.Equal("The final", happening.Answers<MatchCard>().Title);
        happening.Shows("match:updated");
    }

    [Theory]
    [InlineData("draft", "active", true)]
    [InlineData("draft", "ended", false)]
    [InlineData("scheduled", "active", true)]
    [InlineData("active", "active", true)]
    [InlineData("active", "ended", true)]
    [InlineData("active", "cancelled", true)]
    [InlineData("active", "draft", false)]
    [InlineData("ended", "ended", true)]
    [InlineData("ended", "active", false)]
    [InlineData("ended", "cancelled", false)]
    [InlineData("cancelled", "active", false)]
    [InlineData("cancelled", "scheduled", false)]
    public void Lets_a_match_go_only_forward(string from, string to, bool isPossible)
    {
        var scenario = Given([Create(), .. from switch
        {
            "draft" => [],
            "ended" => [To("active"), To("ended")],
            _ => new[] { To(from) },
        }]);
        var happening = scenario.When(To(to));

        Assert.Equal(isPossible, happening.Accepted);
        Assert.Equal(isPossible ? to : from, scenario.Ledger.Card!.Status.ToString().ToLowerInvariant());
    }

    private static MatchCommand To(string status) => status switch
    {
        "active" => new ActivateMatch(Noon),
        "ended" => new EndMatch(Noon),
        _ => new ReviseMatch(Draft() with { Status = Enum.Parse<MatchStatus>(status, ignoreCase: true) }, Noon),
    };
}

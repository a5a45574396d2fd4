using OrleansContest.Matches;
using static OrleansContest.Tests.Matches.MatchScenario;

namespace OrleansContest.Tests.Matches;

public sealed class CastingAVote
{
    private const string Cell9 = "8928308280fffff";

    [Fact]
    public void Counts_in_its_cell_its_country_and_every_coarser_cell_down_to_3()
    {
        var scenario = Active();
        scenario.When(Vote(Ballot("v1"))).Is(BallotVerdict.Accepted, new PlaceCount(1, 0));

        Assert.Equal(new MatchStats(1, 1, 0, 1, 1, Noon), scenario.Stats);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3], scenario.Ledger.Tallies.Cells.Keys.Select(index => H3Cell.FromIndex(index).Resolution));
        Assert.All(scenario.Ledger.Tallies.Cells, cell => Assert.Equal(Cell(Cell9).Parent(H3Cell.FromIndex(cell.Key).Resolution).Index, cell.Key));
        Assert.Equal(1, scenario.Ledger.Tallies.Find("US")!.TeamA);
    }

    [Fact]
    public void Counts_only_where_it_says_when_that_is_coarser_than_3()
    {
        var scenario = Active();
        scenario.When(Vote(Ballot("v1", cell: "8001fffffffffff", country: null))).Accepts();

        Assert.Equal(0x8001fffffffffffUL, Assert.Single(scenario.Ledger.Tallies.Cells).Key);
        Assert.Empty(scenario.Ledger.Tallies.Countries);
    }

    [Fact]
    public void Counts_in_the_totals_and_the_country_when_there_is_no_cell()
    {
        var scenario = Active();
        scenario.When(Vote(Ballot("v1", team: TeamChoice.TeamB, cell: null))).Is(BallotVerdict.Accepted, new PlaceCount(0, 1));

        Assert.Equal(new MatchStats(1, 0, 1, 1, 0, Noon), scenario.Stats);
    }

    [Fact]
    public void Shows_the_vote_its_places_and_the_totals()
    {
        var happening = Active().When(Vote(Ballot("v1")));

        happening.Shows("vote:new", "aggregate:updated", "aggregate:updated", "match:stats");
        Assert.Equal(
            """{"matchId":"final","teamChoice":"team_a","h3Index":"8928308280fffff","h3Resolution":9,"countryCode":"US","timestamp":"2026-01-24T12:00:00.000Z"}""",
            happening.Data(0).ToJsonString());
        Assert.Equal(
            """{"matchId":"final","aggregateType":"h3","locationKey":"8928308280fffff","resolution":9,"teamACount":1,"teamBCount":0,"voteCount":1}""",
            happening.Data(1).ToJsonString());
        Assert.Equal(
            """{"matchId":"final","aggregateType":"country","locationKey":"US","teamACount":1,"teamBCount":0,"voteCount":1}""",
            happening.Data(2).ToJsonString());
        Assert.Equal(
            """
            {"matchId":"final","stats":{"totalVotes":1,"teamAVotes":1,"teamBVotes":0,"uniqueCountries":1,"uniqueH3Cells":1,
            "lastVoteAt":"2026-01-24T12:00:00.000Z"}}
            """.ReplaceLineEndings(""),
            happening.Data(3).ToJsonString());
    }

    [Fact]
    public void Shows_a_coarser_cell_too_where_somebody_has_named_that_one()
    {
        var scenario = Active();
        scenario.When(Vote(Ballot("v1", voter: 1, cell: Cell(Cell9).Parent(7).ToString()))).Accepts();

        scenario.When(Vote(Ballot("v2", voter: 2))).Shows("vote:new", "aggregate:updated", "aggregate:updated", "aggregate:updated", "match:stats");
        Assert.Equal(2, scenario.Ledger.Tallies.Find(Cell(Cell9).Parent(7))!.Votes);
    }

    [Fact]
    public void Answers_a_repeated_vote_as_the_first_time_and_counts_it_once()
    {
        var scenario = Active(votesPerUser: 2);
        scenario.When(Vote(Ballot("v1"))).Accepts();
        scenario.When(Vote(Ballot("v2", team: TeamChoice.TeamB))).Accepts();
        scenario.When(new EndMatch(Noon)).Accepts();
        var again = scenario.When(Vote(Ballot("v1")));

        again.Is(BallotVerdict.Duplicate, new PlaceCount(1, 0));
        Assert.Equal(2, again.ChangesNothing().Stats.TotalVotes);
    }

    [Fact]
    public void Is_refused_when_whoever_casts_it_has_none_left()
    {
        var scenario = Active(votesPerUser: 2);
        scenario.When(Vote(Ballot("v1"))).Accepts();
        scenario.When(Vote(Ballot("v2"))).Accepts();

        scenario.When(Vote(Ballot("v3"))).Is(BallotVerdict.VoteLimitExceeded);
        scenario.When(Vote(Ballot("v4", voter: 2))).Is(BallotVerdict.Accepted, new PlaceCount(3, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_refused_before_and_after_the_match(bool hasEnded)
    {
        var scenario = hasEnded ? Given(Create(), new ActivateMatch(Noon), new EndMatch(Noon)) : Given(Create());

        scenario.When(Vote(Ballot("v1"))).Refuses(MatchRefusals.NotActive);
        scenario.When(Bulk(Ballot("v1"))).Refuses(MatchRefusals.NotActive);
    }

    [Fact]
    public void Is_refused_where_there_is_no_match() => Given().When(Vote(Ballot("v1"))).Refuses(MatchRefusals.MatchNotFound);

    [Fact]
    public void Is_possible_three_times_a_minute()
    {
        var scenario = Active(votesPerUser: 10);
        for (var second = 0; second < 3; second++)
        {
            scenario.When(Vote(Ballot($"v{second}", address: second), TimeSpan.FromSeconds(second))).Accepts();
        }

        var refused = scenario.When(Vote(Ballot("v9", address: 9), TimeSpan.FromSeconds(59)));
        refused.Is(BallotVerdict.RateLimitExceeded);
        Assert.Equal(new RateLimit(3, Noon.AddSeconds(60)), refused.Answers<BallotOutcome>().Limit);
        Assert.Equal(BallotVerdict.Accepted, scenario.When(Vote(Ballot("v9", address: 9), TimeSpan.FromSeconds(60))).Answers<BallotOutcome>().Verdict);
    }

    [Fact]
    public void Is_possible_twenty_times_an_hour_from_one_address()
    {
        var scenario = Active();
        for (var voter = 0; voter < 20; voter++)
        {
            scenario.When(Vote(Ballot($"v{voter}", voter, address: 7))).Accepts();
        }

        scenario.When(Vote(Ballot("v20", 20, address: 7), TimeSpan.FromMinutes(59))).Is(BallotVerdict.RateLimitExceeded);
        Assert.Equal(BallotVerdict.Accepted, scenario.When(Vote(Ballot("v21", 21, address: 8), TimeSpan.FromMinutes(59))).Answers<BallotOutcome>().Verdict);
        Assert.Equal(BallotVerdict.Accepted, scenario.When(Vote(Ballot("v20", 20, address: 7), TimeSpan.FromMinutes(60))).Answers<BallotOutcome>().Verdict);
    }

    [Theory]
    [InlineData("", "8928308280fffff", "US")]
    [InlineData("v\n", "8928308280fffff", "US")]
    [InlineData("v", null, null)]
    [InlineData("v", "8928308280ffff0", "US")]
    [InlineData("v", null, "us")]
    [InlineData("v", null, "USA")]
    public void Has_a_name_and_a_place(string id, string? cell, string? country) =>
        Assert.Single(BallotRules.FlawsOf(Ballot(id, cell: cell, country: country)));
}

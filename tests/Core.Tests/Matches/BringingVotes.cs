using FsCheck;
using FsCheck.Fluent;
using OrleansContest.Channels;
using OrleansContest.Matches;
using static OrleansContest.Tests.Matches.MatchScenario;

namespace OrleansContest.Tests.Matches;

public sealed class BringingVotes
{
    private static readonly string hash = new('a', 64);

    [Fact]
    public void Counts_each_on_its_own_merits()
    {
        var outcomes = Active().When(Bulk(
            Ballot("v1", voter: 1), Ballot("v2", voter: 2), Ballot("v1", voter: 3), Ballot("v3", voter: 1))).Answers<BallotsCounted>().Outcomes;

        Assert.Equal(
            [BallotVerdict.Accepted, BallotVerdict.Accepted, BallotVerdict.Duplicate, BallotVerdict.VoteLimitExceeded],
            outcomes.Select(outcome => outcome.Verdict));
    }

    [Fact]
    public void Knows_no_limit_on_how_fast()
    {
        var scenario = Active(votesPerUser: 10);
        scenario.When(Bulk([.. Enumerable.Range(0, 10).Select(vote => Ballot($"v{vote}"))])).Accepts();

        Assert.Equal(10, scenario.Stats.TotalVotes);
    }

    [Fact]
    public void Wants_one_of_the_matchs_keys()
    {
        var scenario = Active();

        scenario.When(new CastBallots(Caller.Anonymous, [Ballot("v1")], Noon)).Refuses(MatchRefusals.Unauthorized);
        scenario.When(new CastBallots(Caller.WithKey(hash), [Ballot("v1")], Noon)).Refuses(MatchRefusals.Unauthorized);
        scenario.When(new CastBallots(Caller.WithToken(hash), [Ballot("v1")], Noon)).Refuses(MatchRefusals.Unauthorized);
        scenario.When(new AddKey(hash, Noon)).Accepts();
        scenario.When(new AddKey(hash, Noon)).ChangesNothing();
        scenario.When(new CastBallots(Caller.WithKey(hash), [Ballot("v1")], Noon)).Accepts();
    }

    [Fact]
    public void Shows_each_place_once()
    {
        var happening = Active().When(Bulk([.. Enumerable.Range(0, 100).Select(voter => Ballot($"v{voter}", voter))]));

        happening.Shows("vote:new", "aggregate:updated", "aggregate:updated", "match:stats");
        Assert.Equal(100, (int)happening.Data(1)["voteCount"]!);
    }

    [Fact]
    public void Shows_that_the_map_is_another_where_too_many_places_are()
    {
        var cells = Enumerable.Range(0, 7 * 7 * 7).Select(n => (0x8928308280fffffUL & ~(0x1FFUL << 18)) | ((ulong)(n % 7) << 18) | ((ulong)(n / 7 % 7) << 21) | ((ulong)(n / 49) << 24));
        var ballots = cells.Select((cell, n) => Ballot($"v{n}", n) with { Cell = cell }).ToList();

        Active().When(Bulk([.. ballots.Take(99)])).Shows(["vote:new", .. Enumerable.Repeat("aggregate:updated", 100), "match:stats"]);
        Active().When(Bulk([.. ballots.Take(100)])).Shows("vote:new", MatchModel.Refresh, "match:stats");
    }

    [Fact]
    public void Answers_a_batch_that_is_brought_again_after_the_end()
    {
        var scenario = Active();
        scenario.When(Bulk(Ballot("v1"))).Accepts();
        scenario.When(new EndMatch(Noon)).Accepts();

        Assert.Equal(BallotVerdict.Duplicate, Assert.Single(scenario.When(Bulk(Ballot("v1"))).Answers<BallotsCounted>().Outcomes).Verdict);
        scenario.When(Bulk(Ballot("v1"), Ballot("v2", voter: 2))).Refuses(MatchRefusals.NotActive);
    }

    /// <summary>Whatever is brought, together or apart, once or again: a recount from the list of votes gives the same figures.</summary>
    [Fact]
    public void Adds_up_however_it_is_brought()
    {
        var vote = from id in Gen.Choose(0, 60)
                   from voter in Gen.Choose(0, 20)
                   from team in Gen.Elements(TeamChoice.TeamA, TeamChoice.TeamB)
                   from cell in Gen.Elements("8928308280fffff", "8928308280bffff", "872830828ffffff", "832830fffffffff", "8001fffffffffff", null)
                   from country in Gen.Elements("US", "CA")
                   select Ballot($"v{id}", voter, team, cell, country);
        Prop.ForAll(vote.ListOf().Select(votes => votes.ToList()).ListOf().ToArbitrary(), batches =>
        {
            var scenario = Active(votesPerUser: 2);
            var counted = new List<Ballot>();
            foreach (var batch in batches.Where(batch => batch.Count > 0))
            {
                var outcomes = scenario.When(Bulk(batch)).Answers<BallotsCounted>().Outcomes;
                counted.AddRange(batch.Where((_, index) => outcomes[index].Verdict == BallotVerdict.Accepted));
                scenario.When(Bulk(batch)).ChangesNothing();
            }

            return Recount.Of(counted) == Recount.Of(scenario.Ledger)
                && counted.GroupBy(ballot => ballot.Voter).All(own => own.Count() <= 2)
                && counted.DistinctBy(ballot => ballot.VoteId).Count() == counted.Count;
        }).QuickCheckThrowOnFailure();
    }
}

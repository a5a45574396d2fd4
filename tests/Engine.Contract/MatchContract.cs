using System.Text;
using OrleansContest.Channels;
using OrleansContest.Matches;
using OrleansContest.Testing;
using static OrleansContest.Tests.Engine.Polls;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises a match: that its calls cross whole, and that a vote counts once wherever it is cast again.</summary>
/// <param name="engine">The engine; shared by the tests, each of which uses its own matches.</param>
public abstract class MatchContract(IEngineUnderTest engine)
{
    private readonly string id = Contacts.NewId();

    private IChannels Channels => engine.Channels;

    private IMatch Match => Channels.Get<IMatch>(id);

    [ContractFact]
    public async Task A_match_that_nobody_created_answers_nothing()
    {
        Assert.Null(await Match.Card());
        Assert.Null(await Match.Stats());
        Assert.Null(await Match.Aggregates(new AggregateQuery()));
        Assert.Null(await Match.CatchUp(null));
        Assert.Equal(MatchRefusals.MatchNotFound, (await Match.Vote(Ballot("v", 1))).Refusal);
        Assert.Equal(MatchRefusals.MatchNotFound, (await Match.Vote(Caller.Trusted, Range("v", 0, 3))).Refusal);
    }

    [ContractFact]
    public async Task Every_call_brings_its_answer_whole()
    {
        var match = await Channels.ActiveAsync(id);
        var person = Ballot("person", 1) with { Address = UInt128.MaxValue };

        Assert.Equal(new BallotOutcome(BallotVerdict.Accepted, new PlaceCount(1, 0)), (await match.Vote(person)).Value);
        Assert.Equal(new BallotOutcome(BallotVerdict.Duplicate, new PlaceCount(1, 0)), (await match.Vote(person)).Value);
        Assert.Equal(10, await match.BringAsync(Range("bulk", 0, 10)));
        Assert.Equal((11, 7, 1, 7), Figures((await match.Stats())!.Shown));
        var places = (await match.Aggregates(new AggregateQuery(Resolution: 3)))!.Shown;
        Assert.Equal(("h3", 3, 10), (places[0].AggregateType, places[0].Resolution, places[0].VoteCount));
        Assert.Equal("Cup final", (await match.Revise(Draft with { Title = "Cup final" })).Value!.Title);
        Assert.Equal(MatchStatus.Ended, (await match.End()).Value!.Status);
        Assert.Equal(MatchRefusals.NotActive, (await match.Vote(Ballot("late", 1))).Refusal);
    }

    [ContractFact]
    public async Task Whoever_has_no_key_of_the_match_brings_no_votes()
    {
        var match = await Channels.ActiveAsync(id);

        Assert.Equal(MatchRefusals.Unauthorized, (await match.Vote(Caller.Anonymous, Range("v", 0, 3))).Refusal);
        Assert.Equal(MatchRefusals.Unauthorized, (await match.Vote(Caller.WithKey(new('0', 64)), Range("v", 0, 3))).Refusal);
        Assert.Null((await match.Vote(Caller.Trusted, Range("v", 0, 3))).Refusal);
    }

    [ContractFact]
    public async Task Votes_that_several_bring_again_and_again_count_once()
    {
        var match = await Channels.ActiveAsync(id);
        var batches = Enumerable.Range(0, 8).Select(batch => Range("vote", batch * 100, 200)).ToArray();
        var counted = await Task.WhenAll(batches.Concat(batches).Concat(batches.Reverse()).Select(match.BringAsync));

        Assert.Equal(900, counted.Sum());
        Assert.Equal(900, (await match.Stats())!.Shown.TotalVotes);
        foreach (var resolution in Enumerable.Range(3, 7))
        {
            Assert.Equal(788, await CountAtAsync(match, resolution));
        }
    }

    [ContractFact]
    public async Task Nobody_votes_more_often_than_the_match_allows_however_many_try_at_once()
    {
        var match = await Channels.ActiveAsync(id);
        var same = Enumerable.Range(0, 20).Select(n => Ballot("same", n) with { Voter = 77 }).Chunk(4);
        var answers = await Task.WhenAll(same.Select(ballots => match.Vote(Key, ballots)));
        var verdicts = answers.SelectMany(answer => answer.Value!.Outcomes).Select(outcome => outcome.Verdict).ToList();

        Assert.Equal(2, verdicts.Count(verdict => verdict == BallotVerdict.Accepted));
        Assert.Equal(18, verdicts.Count(verdict => verdict == BallotVerdict.VoteLimitExceeded));
    }

    [ContractFact]
    public async Task Everything_survives_the_loss_of_memory()
    {
        var match = await Channels.ActiveAsync(id);
        await match.BringAsync(Range("kept", 0, 500));
        var before = ((await match.Stats())!.Shown, Places(await match.Aggregates(new AggregateQuery())), (await match.CatchUp(null))!.At);
        await engine.LoseMemoryAsync();

        var after = await Contacts.PersistAsync(() => Match.Stats());
        Assert.Equal(before, (after!.Shown, Places(await Match.Aggregates(new AggregateQuery())), (await Match.CatchUp(null))!.At));
        Assert.Equal(0, await Match.BringAsync(Range("kept", 0, 500)));
    }

    [ContractFact]
    public async Task A_follower_ends_with_the_figures_of_the_match()
    {
        var match = await Channels.ActiveAsync(id);
        var spectator = new Spectator(match);
        await using var following = await Channels.FollowAsync(new ChannelId("match", id), spectator, default);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(batch => match.BringAsync(Range("seen", batch * 50, 50))));
        await spectator.ReachAsync((await match.CatchUp(null))!.At.Seq);
        await match.BringAsync(Range("last", 0, 1));
        await spectator.ReachAsync((await match.CatchUp(null))!.At.Seq);

        Assert.Equal("match:stats", spectator.Seen[^1].Type);
        Assert.Contains("\"totalVotes\":501", Encoding.UTF8.GetString(spectator.Seen[^1].Data.Span), StringComparison.Ordinal);
    }

    private static (int Votes, int TeamA, int Countries, int Cells) Figures(MatchStats stats) =>
        (stats.TotalVotes, stats.TeamAVotes, stats.UniqueCountries, stats.UniqueH3Cells);

    private static string Places(MatchView<IReadOnlyList<VoteAggregate>>? view) => string.Join('\n', view!.Shown);

    private static async Task<int> CountAtAsync(IMatch match, int resolution) =>
        (await match.Aggregates(new AggregateQuery(resolution)))!.Shown.Sum(place => place.VoteCount);
}

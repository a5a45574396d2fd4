using OrleansContest.Embedded;
using OrleansContest.Matches;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>A million votes over 50,000 cells in a long run; a fiftieth of both in every other.</summary>
public sealed class AMillionVotes
{
    private static readonly int votes = LongTests.Rounds(always: 20_000, whenLong: 1_000_000);
    private static readonly int cells = LongTests.Rounds(always: 1_000, whenLong: 50_000);

    [Fact]
    public async Task Brought_again_and_again_by_several_count_once_at_every_resolution()
    {
        using var folder = new TempFolder();
        await using var engine = await EmbeddedEngineUnderTest.OpenAsync(new EmbeddedOptions { DataFolder = folder.Path });
        var match = await engine.Channels.ActiveAsync("million");
        var accepted = await Task.WhenAll(Enumerable.Range(0, 4).Select(client => BringAllAsync(match, client)));

        Assert.Equal(votes, accepted.Sum());
        await CheckAsync(match);
        await engine.LoseMemoryAsync();
        await CheckAsync(engine.Channels.Get<IMatch>("million"));
        Assert.Equal(0, await BringAllAsync(engine.Channels.Get<IMatch>("million"), 9));
    }

    [Fact]
    public async Task Of_too_few_people_count_as_often_as_each_may_vote_however_many_bring_them_at_once()
    {
        using var folder = new TempFolder();
        await using var engine = await EmbeddedEngineUnderTest.OpenAsync(new EmbeddedOptions { DataFolder = folder.Path });
        var match = await engine.Channels.ActiveAsync("few");
        var people = votes / 10;
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async client =>
        {
            var (accepted, refused) = (0, 0);
            foreach (var batch in Enumerable.Range(0, votes).Where(vote => vote % 4 == client).Chunk(1_000))
            {
                var outcomes = (await match.Vote(Polls.Key, [.. batch.Select(vote => Ballot(vote) with { Voter = (UInt128)(vote % people) + 1 })])).Value!.Outcomes;
                accepted += outcomes.Count(outcome => outcome.Verdict == BallotVerdict.Accepted);
                refused += outcomes.Count(outcome => outcome.Verdict == BallotVerdict.VoteLimitExceeded);
            }

            return (accepted, refused);
        }));

        Assert.Equal((people * Polls.Draft.MaxVotesPerUser, votes), (counts.Sum(count => count.accepted), counts.Sum(count => count.accepted + count.refused)));
        Assert.Equal(people * Polls.Draft.MaxVotesPerUser, (await match.Stats())!.Shown.TotalVotes);
    }

    /// <summary>Brings every vote twice, in an order of the client's own, with batches that overlap.</summary>
    private static async Task<int> BringAllAsync(IMatch match, int client)
    {
        var starts = Enumerable.Range(0, votes / 500).Select(batch => batch * 500).ToArray();
        new Random(client).Shuffle(starts);
        var accepted = 0;
        foreach (var start in starts)
        {
            accepted += await match.BringAsync([.. Enumerable.Range(start, 1_000).Select(vote => Ballot(vote % votes))]);
        }

        return accepted;
    }

    private static async Task CheckAsync(IMatch match)
    {
        var stats = (await match.Stats())!.Shown;
        Assert.Equal((votes, (votes + 2) / 3, 1, cells), (stats.TotalVotes, stats.TeamBVotes, stats.UniqueCountries, stats.UniqueH3Cells));
        for (var resolution = Tallies.CoarsestSum; resolution <= 9; resolution++)
        {
            var exact = Enumerable.Range(0, votes).CountBy(vote => H3Cell.FromIndex(CellOf(vote % cells)).Parent(resolution).ToString());
            var shown = (await match.Aggregates(new AggregateQuery(resolution)))!.Shown;
            Assert.Equal(exact.OrderBy(place => place.Key, StringComparer.Ordinal), shown.Select(place => KeyValuePair.Create(place.LocationKey, place.VoteCount)).OrderBy(place => place.Key, StringComparer.Ordinal));
        }
    }

    private static Ballot Ballot(int vote) => new(
        $"v{vote}", vote % 3 == 0 ? TeamChoice.TeamB : TeamChoice.TeamA, (UInt128)vote + 1, CellOf(vote % cells), "US");

    /// <summary>Cells of resolution 9, spread over coarser ones.</summary>
    private static ulong CellOf(int number)
    {
        var index = (1UL << 59) | (9UL << 52) | (20UL << 45) | ((1UL << 18) - 1);
        for (var resolution = 9; resolution > 0; resolution--, number /= 7)
        {
            index |= (ulong)(number % 7) << (3 * (15 - resolution));
        }

        return index;
    }
}

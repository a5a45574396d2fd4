using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Matches;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Matches;

/// <summary>What the feed of a match is told, and when. Time is the test's.</summary>
public sealed class PacingAMatch : IAsyncLifetime, IChannelObserver
{
    private static readonly ChannelId channel = new("match", "m1");

    private readonly ManualClock clock = new();
    private readonly ScriptedMatch match = new();
    private readonly List<UpdateBatch> batches = [];
    private PacedSource source = null!;
    private Position at = null!;

    public async Task InitializeAsync()
    {
        source = new PacedSource(match, channel, clock);
        await source.FollowAsync(this, CancellationToken.None);
        at = (await source.CatchUpAsync(null))!.At;
    }

    public async Task DisposeAsync() => await source.DisposeAsync();

    void IChannelObserver.Published(UpdateBatch batch)
    {
        lock (batches)
        {
            batches.Add(batch);
        }
    }

    [Fact]
    public void A_vote_alone_is_told_at_once()
    {
        match.Vote("US");

        Assert.Equal(["US 1", "stats 1"], Told(Assert.Single(batches)));
    }

    [Fact]
    public void Votes_within_a_tenth_of_a_second_are_told_together_of_each_place_the_latest()
    {
        match.Vote("US");
        match.Vote("US");
        match.Vote("CZ");
        match.Vote("US");
        Assert.Single(batches);
        clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(2, batches.Count);
        Assert.Equal(["CZ 1", "US 3", "stats 4"], Told(batches[1]));
        Assert.True(batches[0].IsFollowedBy(batches[1]));
        Assert.Equal(Enumerable.Range(3, 6).Select(seq => (long)seq), batches[1].Updates.Select(update => update.Seq));
    }

    [Fact]
    public void A_storm_on_a_few_places_is_told_in_ten_messages_a_second()
    {
        var perSecond = new int[6];
        for (var step = 0; step < 500; step++)
        {
            match.Vote(["US", "CZ", "DE"], votes: 200);
            clock.Advance(TimeSpan.FromMilliseconds(10));
            perSecond[step / 100] = batches.Sum(batch => Told(batch).Count()) - perSecond.Take(step / 100).Sum();
        }

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.All(perSecond[..5], messages => Assert.InRange(messages, 1, PacedSource.MostMessages));
        Assert.Equal($"stats {match.Total}", Told(batches[^1]).Last());
        Assert.Equal(match.At.Seq, batches[^1].Last);
    }

    [Fact]
    public async Task A_storm_on_many_places_is_told_by_full_states_and_seldomer_the_larger_they_are()
    {
        match.Bytes = 4 << 20;
        var (fulls, started) = (0, clock.GetTimestamp());
        for (var step = 0; step < 50; step++)
        {
            match.Vote([.. Enumerable.Range(0, 500).Select(place => $"place{(step * 7) + place}")], votes: 2_000);
            clock.Advance(TimeSpan.FromMilliseconds(100));
            fulls += await FollowJumpsAsync();
        }

        var seconds = (int)clock.GetElapsedTime(started).TotalSeconds;
        while (at != match.At)
        {
            await Until.TrueAsync(() => NextAfter(at.Seq) is not null, clock);
            await FollowJumpsAsync();
        }

        Assert.InRange(fulls, 0, 1 + seconds);
        Assert.Empty(batches.SelectMany(Told));
    }

    [Fact]
    public async Task A_newcomer_waits_for_the_next_round_and_gets_no_ahead_of_the_others()
    {
        match.Vote("US");
        match.Vote("CZ");
        var asked = source.CatchUpAsync(null);
        Assert.False(asked.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(100));

        var answer = await asked.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(match.At, answer!.At);
        Assert.Equal(match.At.Seq, batches[^1].Last);
    }

    [Fact]
    public async Task What_is_asked_fails_with_the_match_and_works_again_after_it()
    {
        match.IsDown = true;
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => source.CatchUpAsync(null));
        match.IsDown = false;

        Assert.Equal(match.At, (await source.CatchUpAsync(null))!.At);
    }

    [Fact]
    public void A_hole_or_another_numbering_is_passed_on_for_the_feed_to_ask_about()
    {
        match.Lose("US");
        match.Vote("CZ");
        Assert.Equal((4, 0), (batches[^1].After, batches[^1].Updates.Count));
        source.Published(new UpdateBatch(channel, "other", 0, []));

        Assert.Equal("other", batches[^1].Epoch);
    }

    private static IEnumerable<string> Told(UpdateBatch batch) =>
        batch.Updates.Where(LatestUpdates.Only.Passes).Select(update => Encoding.UTF8.GetString(update.Data.Span)).Select(ScriptedMatch.Describe);

    /// <summary>Does as a feed does when it is told of a position that it has not. Whoever asks too late for one jump waits for the next.</summary>
    /// <returns>How often it was given a full state.</returns>
    private async Task<int> FollowJumpsAsync()
    {
        var fulls = 0;
        while (NextAfter(at.Seq) is { })
        {
            var asked = source.CatchUpAsync(at);
            await Until.TrueAsync(() => asked.IsCompleted, clock);
            var answer = (await asked)!;
            fulls += answer.Full is null ? 0 : 1;
            at = answer.At;
        }

        return fulls;
    }

    private UpdateBatch? NextAfter(long seq)
    {
        lock (batches)
        {
            return batches.FirstOrDefault(batch => batch.Last > seq);
        }
    }

    /// <summary>A match without rules: each vote is a place's update and one of the totals.</summary>
    private sealed class ScriptedMatch : IFeedSource
    {
        private readonly Dictionary<string, int> places = [];
        private IChannelObserver? observer;
        private long seq;

        public string Channel => channel.ToString();

        public SeatPlan? Seats => null;

        public string? Gone => null;

        public int Bytes { get; set; } = 100;

        public bool IsDown { get; set; }

        public int Total { get; private set; }

        public Position At => new("e1", seq);

        public static string Describe(string data)
        {
            var json = JsonNode.Parse(data)!;
            return json["stats"] is { } stats ? $"stats {stats["totalVotes"]}" : $"{json["locationKey"]} {json["voteCount"]}";
        }

        public Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken)
        {
            this.observer = observer;
            return Task.FromResult<IAsyncDisposable>(new Nothing());
        }

        public Task<CatchUp?> CatchUpAsync(Position? since) => IsDown
            ? Task.FromException<CatchUp?>(new ChannelUnavailableException(channel, "a test wants it so"))
            : Task.FromResult<CatchUp?>(new CatchUp(At, [], new FullState(At, new byte[Bytes])));

        public void Vote(string place) => Vote([place], 1);

        public void Vote(string[] voted, int votes) => observer!.Published(Count(voted, votes));

        public void Lose(string place) => Count([place], 1);

        private UpdateBatch Count(string[] voted, int votes)
        {
            var after = seq;
            Total += votes;
            List<Update> updates = [];
            foreach (var place in voted)
            {
                places[place] = places.GetValueOrDefault(place) + 1;
                updates.Add(Next("aggregate:updated", string.Create(CultureInfo.InvariantCulture, $"{{\"locationKey\":\"{place}\",\"voteCount\":{places[place]}}}")));
            }

            updates.Add(Next("match:stats", string.Create(CultureInfo.InvariantCulture, $"{{\"stats\":{{\"totalVotes\":{Total}}}}}")));
            return new UpdateBatch(channel, "e1", after, updates);
        }

        private Update Next(string type, string data) => new(++seq, type, Encoding.UTF8.GetBytes(data), default);
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

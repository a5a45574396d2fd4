using OrleansContest.Channels;
using static OrleansContest.Tests.Channels.HourglassScenario;

namespace OrleansContest.Tests.Channels;

public sealed class TellingTheMoment
{
    [Fact]
    public async Task Needs_no_record_and_takes_no_number()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        await glass.Look("ann");
        var news = await glass.NextAsync();

        Assert.Equal("\"ann\"", Lookers(news.Moments));
        Assert.Equal((1L, 0), (news.After, news.Updates.Count));
        Assert.Single(glass.Journal.Records);
    }

    [Fact]
    public async Task Goes_with_the_updates_of_the_same_turn_and_after_them()
    {
        await using var glass = new HourglassScenario();
        await glass.Turn();
        var news = await glass.NextAsync();

        Assert.Equal("turned", Assert.Single(news.Updates).Type);
        Assert.Equal("\"\"", Lookers(news.Moments));
    }

    [Fact]
    public async Task Waits_like_everything_for_what_was_decided_before_it_to_be_durable()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        glass.Journal.Hold();
        var turning = glass.Turn();
        await glass.Journal.Appending.Task;
        var looking = glass.Look("ann");

        Assert.False(looking.IsCompleted);
        Assert.Empty(glass.Published);
        glass.Journal.Release();
        await Task.WhenAll(turning, looking);
    }

    [Fact]
    public async Task Is_told_again_only_when_it_has_changed()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        await glass.Look("ann");
        await glass.NextAsync();
        await glass.Look("ann");
        await glass.Turn();

        Assert.Null((await glass.NextAsync()).Moments);
    }

    [Fact]
    public async Task Comes_with_every_answer_to_who_catches_up()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        await glass.Look("ann");

        Assert.Equal("\"ann\"", Lookers((await glass.CatchUp(null))!.Moments));
        Assert.Equal("\"ann\"", Lookers((await glass.CatchUp(new Position("e1", 1)))!.Moments));
    }

    [Fact]
    public async Task Is_later_each_time_though_the_clock_stands_still()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        await glass.Look("ann");
        var one = (await glass.NextAsync()).Moments!;
        var two = (await glass.CatchUp(null))!.Moments!;
        await glass.Look("bob");
        var three = (await glass.NextAsync()).Moments!;

        Assert.True(one.AsOf < two.AsOf && two.AsOf < three.AsOf);
        Assert.Same(three, Moments.Later(three, two));
        Assert.Same(three, Moments.Later(two, three));
        Assert.Same(three, Moments.Later(null, three));
    }

    [Fact]
    public async Task Is_gone_with_the_memory_and_whoever_follows_is_told_so()
    {
        var journal = new HeldJournal();
        await using (var before = await new HourglassScenario(journal).TurnedAsync())
        {
            await before.Look("ann");
        }

        await using var after = new HourglassScenario(journal);
        await after.CatchUp(null);
        Assert.Equal("\"\"", Lookers((await after.NextAsync()).Moments));
    }

    [Fact]
    public async Task Concerns_no_kind_that_has_none()
    {
        await using var tally = new RunnerScenario();
        await tally.Add(1);

        Assert.Null((await tally.NextAsync()).Moments);
        Assert.Null((await tally.CatchUp(null))!.Moments);
        Assert.False(tally.Runner.IsTicking);
    }

    [Fact]
    public void Merges_with_what_was_told_before_it_to_the_latest_of_each()
    {
        static Moments At(int second) => new(DateTimeOffset.UnixEpoch.AddSeconds(second), [new("lookers", "looking", default)]);
        var first = new UpdateBatch(new("tally", "one"), "e1", 4, [new Update(5, "turned", default, default)], At(1));
        var second = new UpdateBatch(new("tally", "one"), "e1", 5, [], At(2));

        Assert.True(first.IsFollowedBy(second));
        Assert.False(second.IsFollowedBy(second with { After = 7 }));
        Assert.Equal((5L, At(2).AsOf), (first.With(second).Last, first.With(second).Moments!.AsOf));
        Assert.Equal(At(2).AsOf, second.With(second with { Moments = null }).Moments!.AsOf);
    }

    [Fact]
    public void Says_what_is_news_to_somebody()
    {
        static Moment Of(string name, byte value) => new(name, "tick", new[] { value });
        var earlier = new Moments(default, [Of("a", 1), Of("b", 1)]);
        var later = new Moments(default, [Of("a", 1), Of("b", 2), Of("c", 1)]);

        Assert.Equal(["b", "c"], later.NewsFor(earlier).Select(moment => moment.Name));
        Assert.Equal(["a", "b", "c"], later.NewsFor(null).Select(moment => moment.Name));
        Assert.False(earlier.SaysSameAs(new Moments(default, [Of("a", 1)])));
        Assert.True(earlier.SaysSameAs(new Moments(default, [Of("a", 1), Of("b", 1)])));
    }
}

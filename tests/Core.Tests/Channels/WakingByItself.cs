using static OrleansContest.Tests.Channels.HourglassScenario;

namespace OrleansContest.Tests.Channels;

public sealed class WakingByItself
{
    [Fact]
    public async Task Tells_the_moment_that_only_time_has_changed()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        await glass.Look("ann");
        await glass.NextAsync();
        glass.Clock.Advance(TimeSpan.FromSeconds(5));
        await glass.Look("bob");
        await glass.NextAsync();

        glass.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("\"bob\"", Lookers((await glass.NextAsync()).Moments));
        glass.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("\"\"", Lookers((await glass.NextAsync()).Moments));
        Assert.Single(glass.Journal.Records);
    }

    [Fact]
    public async Task Records_and_shows_what_has_come_due()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        glass.Clock.Advance(Hourglass.Runs);
        var news = await glass.NextAsync();

        Assert.Equal(("ranOut", 2L), (Assert.Single(news.Updates).Type, news.Last));
        Assert.Equal(2, glass.Journal.Records.Count);
    }

    [Fact]
    public async Task Waits_for_the_time_that_was_set_last()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        glass.Clock.Advance(Hourglass.Runs / 2);
        await glass.Turn();
        await glass.NextAsync();
        glass.Clock.Advance(Hourglass.Runs / 2);
        await glass.CatchUp(null);

        Assert.Empty(glass.Published);
        glass.Clock.Advance(Hourglass.Runs / 2);
        Assert.Equal("ranOut", Assert.Single((await glass.NextAsync()).Updates).Type);
    }

    [Fact]
    public async Task Is_not_put_off_by_what_is_asked_just_when_it_is_due()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        using var before = glass.Clock.CreateTimer(_ => AskedAsync(glass).GetAwaiter().GetResult(), null, Hourglass.Seen, Timeout.InfiniteTimeSpan);
        await glass.Look("ann");
        await glass.NextAsync();
        glass.Clock.Advance(Hourglass.Seen);

        Assert.Equal("\"\"", Lookers((await glass.NextAsync()).Moments));
    }

    [Fact]
    public async Task Is_said_as_long_as_it_will_happen()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        Assert.True(glass.Runner.IsTicking);

        glass.Clock.Advance(Hourglass.Runs);
        await glass.NextAsync();
        await glass.CatchUp(null);
        Assert.False(glass.Runner.IsTicking);
    }

    [Fact]
    public async Task Goes_on_where_it_was_when_the_channel_comes_back()
    {
        var journal = new HeldJournal();
        await using (await new HourglassScenario(journal).TurnedAsync())
        {
        }

        await using var after = new HourglassScenario(journal);
        await after.CatchUp(null);
        await after.NextAsync();
        after.Clock.Advance(Hourglass.Runs);
        Assert.Equal("ranOut", Assert.Single((await after.NextAsync()).Updates).Type);
    }

    [Fact]
    public async Task Tries_again_after_a_pause_when_it_could_not()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        glass.Journal.FailBefore = new IOException("The disk is full.");
        glass.Journal.FailOpen = new IOException("The disk is gone.");
        glass.Clock.Advance(Hourglass.Runs);
        await RetryIsSetAsync(glass, faults: 1);
        glass.Clock.Advance(TimeSpan.FromSeconds(1));
        await RetryIsSetAsync(glass, faults: 2);

        glass.Journal.FailOpen = null;
        glass.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ranOut", Assert.Single((await glass.NextAsync()).Updates).Type);
    }

    [Fact]
    public async Task Survives_a_failure_of_the_rules()
    {
        await using var glass = await new HourglassScenario().TurnedAsync();
        glass.Model.FailOnce = new InvalidOperationException("The sand is wet.");
        glass.Clock.Advance(Hourglass.Runs);
        await RetryIsSetAsync(glass, faults: 1);
        glass.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("ranOut", Assert.Single((await glass.NextAsync()).Updates).Type);
    }

    /// <summary>Asks twice: when the second is answered, the turn of the first is over.</summary>
    private static async Task AskedAsync(HourglassScenario glass)
    {
        await glass.CatchUp(null);
        await glass.CatchUp(null);
    }

    /// <summary>The runner has dropped its state so many times, and means to try again.</summary>
    private static async Task RetryIsSetAsync(HourglassScenario glass, int faults)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (glass.Faults.Count < faults || glass.Clock.Waiting == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}

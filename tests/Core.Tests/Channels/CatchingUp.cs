using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class CatchingUp
{
    [Fact]
    public async Task Gives_nothing_for_a_channel_that_was_never_created()
    {
        await using var tally = new RunnerScenario();
        Assert.Null(await tally.CatchUp(null));
    }

    [Fact]
    public async Task Gives_the_full_state_to_who_has_nothing()
    {
        await using var tally = new RunnerScenario();
        await tally.AddEach(1, 2);
        var caught = await tally.CatchUp(null);

        Assert.Equal(new Position("e1", 4), caught!.Full!.At);
        Assert.Equal("3", Encoding.UTF8.GetString(caught.Full.Data.Span));
    }

    [Fact]
    public async Task Gives_exactly_what_was_missed()
    {
        await using var tally = new RunnerScenario();
        await tally.AddEach(1, 2, 3);

        Assert.Equal([4L, 5, 6], await Missed(tally, 3));
        Assert.Equal([1L, 2, 3, 4, 5, 6], await Missed(tally, 0));
        Assert.Empty(await Missed(tally, 6));
    }

    [Theory]
    [InlineData("other", 3)]
    [InlineData("e1", 7)]
    public async Task Starts_over_where_the_position_is_not_ours(string epoch, long seq)
    {
        await using var tally = new RunnerScenario();
        await tally.AddEach(1, 2, 3);
        Assert.NotNull((await tally.CatchUp(new Position(epoch, seq)))!.Full);
    }

    [Fact]
    public async Task Starts_over_where_the_missed_updates_are_no_longer_kept()
    {
        await using var tally = new RunnerScenario(options: new RunnerOptions { RecentBytes = 3 });
        await tally.AddEach(1, 2, 3);

        Assert.NotNull((await tally.CatchUp(new Position("e1", 2)))!.Full);
        Assert.Equal([4L, 5, 6], await Missed(tally, 3));
    }

    [Fact]
    public async Task Starts_over_where_the_missed_updates_weigh_more_than_everything()
    {
        await using var tally = new RunnerScenario();
        await tally.AddEach([.. Enumerable.Repeat(1, 3000)]);
        Assert.NotNull((await tally.CatchUp(new Position("e1", 0)))!.Full);
    }

    private static async Task<IEnumerable<long>> Missed(RunnerScenario tally, long since)
    {
        var caught = await tally.CatchUp(new Position("e1", since));
        Assert.Null(caught!.Full);
        return caught.Missed.Select(update => update.Seq);
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class ComingBack
{
    [Fact]
    public async Task Replays_the_journal_with_its_numbers()
    {
        var journal = new HeldJournal();
        await using (var before = new RunnerScenario(journal))
        {
            await before.AddEach(1, 2, 3);
        }

        await using var after = new RunnerScenario(journal);
        Assert.Equal(6, await after.Total());
        await after.Add(1);
        Assert.Equal(6, after.Published.Single().After);
    }

    [Fact]
    public async Task Starts_from_a_snapshot_and_replays_only_the_rest()
    {
        var journal = new HeldJournal();
        Snapshot? snapshot;
        await using (var before = new RunnerScenario(journal, new RunnerOptions { SnapshotAfter = 3 }))
        {
            await before.AddEach(1, 2, 3);
            await before.SnapshotSaved.Task;
            await before.Add(4);
            snapshot = before.Snapshot;
        }

        Assert.Equal((3, 6), (snapshot!.Number, snapshot.Seq));
        await using var after = new RunnerScenario(journal, snapshot: snapshot);
        Assert.Equal(10, await after.Total());
        Assert.Equal(1, after.Replayed);
    }

    /// <summary>That of a long channel takes long to write, and nobody shall wait for it.</summary>
    [Fact]
    public async Task Goes_on_while_a_snapshot_of_an_earlier_moment_is_written()
    {
        using var pen = new ManualResetEventSlim();
        await using var channel = new RunnerScenario(options: new RunnerOptions { SnapshotAfter = 3 }, tally: new Tally(pen));
        await channel.AddEach(1, 2, 3);
        await channel.Add(4);
        Assert.Null(channel.Snapshot);

        pen.Set();
        await channel.SnapshotSaved.Task;
        Assert.Equal((3, 6), (channel.Snapshot!.Number, channel.Snapshot.Seq));
        Assert.Equal("6 3"u8, channel.Snapshot.State.Span);
    }

    [Theory]
    [InlineData("tally/2", "e1", 2)]
    [InlineData("tally/1", "e2", 2)]
    [InlineData("tally/1", "e1", 9)]
    public async Task Sets_a_snapshot_aside_that_does_not_fit(string format, string epoch, long number)
    {
        var journal = new HeldJournal();
        await using (var before = new RunnerScenario(journal))
        {
            await before.AddEach(1, 2, 3);
        }

        var misfit = new Snapshot(format, epoch, number, 4, "100 2"u8.ToArray());
        await using var after = new RunnerScenario(journal, snapshot: misfit);
        Assert.Equal(6, await after.Total());
    }

    [Fact]
    public async Task Works_out_again_only_the_updates_that_somebody_may_have_missed()
    {
        var journal = new HeldJournal();
        await using (var before = new RunnerScenario(journal))
        {
            await before.AddEach(1, 2, 3);
        }

        await using var after = new RunnerScenario(journal, new RunnerOptions { RecentRecords = 2 });
        Assert.Equal([3L, 4, 5, 6], (await after.CatchUp(new("e1", 2)))!.Missed.Select(update => update.Seq));
        Assert.NotNull((await after.CatchUp(new("e1", 1)))!.Full);
    }

    /// <summary>A record says where the channel stood after it. Rules that show more or less than then do not change that.</summary>
    [Fact]
    public async Task Believes_the_journal_about_numbers_and_not_todays_rules()
    {
        var journal = new HeldJournal();
        await using (var before = new RunnerScenario(journal))
        {
            await before.AddEach(1, 2);
        }

        journal.Renumber(record => record with { Seq = record.Number * 3 });
        await using var after = new RunnerScenario(journal);
        await after.Add(3);
        Assert.NotNull((await after.CatchUp(new("e1", 2)))!.Full);
        Assert.Equal([7L, 8], (await after.CatchUp(new("e1", 6)))!.Missed.Select(update => update.Seq));
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class LosingTheJournal
{
    [Fact]
    public async Task Forgets_what_could_not_be_appended()
    {
        await using var tally = new RunnerScenario();
        await tally.Add(1);
        tally.Journal.FailBefore = new IOException("disk full");

        var fault = await Assert.ThrowsAsync<ChannelUnavailableException>(() => tally.Add(10));
        Assert.Contains("disk full", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, await tally.Total());
        Assert.Equal([1L, 2], tally.Published.SelectMany(batch => batch.Updates).Select(update => update.Seq));
    }

    [Fact]
    public async Task Finds_what_was_appended_although_it_seemed_to_fail()
    {
        await using var tally = new RunnerScenario();
        await tally.Add(1);
        tally.Journal.FailAfter = new IOException("connection lost");

        await Assert.ThrowsAsync<ChannelUnavailableException>(() => tally.Add(10));
        Assert.Equal(11, await tally.Total());
        await tally.Add(1);
        Assert.Equal(5, tally.Published.Last().Updates[0].Seq);
    }

    [Fact]
    public async Task Fails_everybody_who_was_served_in_that_turn()
    {
        await using var tally = new RunnerScenario();
        tally.Journal.Hold();
        var first = tally.Add(1);
        await tally.Journal.Appending.Task;
        var asked = tally.Add(2);
        var query = tally.Total();
        tally.Journal.FailBefore = new IOException("disk full");
        tally.Journal.Release();

        await Assert.ThrowsAsync<ChannelUnavailableException>(() => first);
        Assert.Equal(2, (await asked).Value!.Total);
        Assert.Equal(2, await query);
    }

    [Fact]
    public async Task Acknowledges_nothing_when_somebody_else_has_appended()
    {
        var journal = new HeldJournal();
        await using var stale = new RunnerScenario(journal);
        await stale.Add(1);
        await using var owner = new RunnerScenario(journal);
        await owner.Add(2);

        await Assert.ThrowsAsync<ChannelUnavailableException>(() => stale.Add(4));
        Assert.Single(stale.Published);
        Assert.IsType<JournalConflictException>(Assert.Single(stale.Faults));
        Assert.Equal(3, await stale.Total());
    }

    [Fact]
    public async Task Reads_a_damaged_journal_once_and_stays_stopped()
    {
        var id = new ChannelId("tally", "one");
        await using var tally = new RunnerScenario(new HeldJournal { FailOpen = new JournalDamagedException(id, "file:3", "bad checksum") });

        await Assert.ThrowsAsync<ChannelUnavailableException>(tally.Total);
        var fault = await Assert.ThrowsAsync<ChannelUnavailableException>(() => tally.Add(1));
        Assert.IsType<JournalDamagedException>(fault.InnerException);
        Assert.Equal(1, tally.Journal.Opened);
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Tests.Channels;

public sealed class RunningAChannel
{
    [Fact]
    public async Task Answers_only_when_the_record_is_durable()
    {
        await using var tally = new RunnerScenario();
        tally.Journal.Hold();
        var asked = tally.Add(5);
        await tally.Journal.Appending.Task;

        Assert.False(asked.IsCompleted);
        Assert.Empty(tally.Published);

        tally.Journal.Release();
        Assert.Equal(5, (await asked).Value!.Total);
    }

    [Fact]
    public async Task Shows_no_query_what_is_not_durable_yet()
    {
        await using var tally = new RunnerScenario();
        tally.Journal.Hold();
        var first = tally.Add(5);
        await tally.Journal.Appending.Task;
        var second = tally.Add(7);
        var total = tally.Total();

        Assert.False(total.IsCompleted);
        tally.Journal.Release();

        Assert.Equal((5L, 12L, 12L), ((await first).Value!.Total, (await second).Value!.Total, await total));
    }

    [Fact]
    public async Task Appends_everything_that_waited_in_one_write()
    {
        await using var tally = new RunnerScenario();
        tally.Journal.Hold();
        var first = tally.Add(1);
        await tally.Journal.Appending.Task;
        var waiting = Enumerable.Range(0, 100).Select(_ => tally.Add(1)).ToArray();
        tally.Journal.Release();
        await first;
        await Task.WhenAll(waiting);

        Assert.Equal([1, 100], tally.Journal.Batches);
    }

    [Fact]
    public async Task Numbers_updates_without_gaps_and_publishes_them_in_order()
    {
        await using var tally = new RunnerScenario();
        await tally.Add(1);
        await tally.AddEach(2, 3);
        await tally.Total();

        var updates = tally.Published.SelectMany(batch => batch.Updates).ToArray();
        Assert.Equal([1L, 2, 3, 4, 5, 6], updates.Select(update => update.Seq));
        Assert.Equal(["added", "total", "added", "total", "added", "total"], updates.Select(update => update.Type));
        Assert.Equal([0L, 2], tally.Published.Select(batch => batch.After));
    }

    [Fact]
    public async Task Lets_later_commands_of_a_batch_see_the_earlier_ones()
    {
        await using var tally = new RunnerScenario();
        var outcomes = await tally.AddEach(1, -1, 2);

        Assert.Equal([1L, null, 3L], outcomes.Select(outcome => outcome.Value?.Total));
        Assert.Equal(Tally.Negative, outcomes[1].Refusal);
    }

    [Fact]
    public async Task Records_nothing_for_a_refusal_or_a_repetition()
    {
        await using var tally = new RunnerScenario();
        await tally.AddEach(-1, 0);

        Assert.Empty(tally.Journal.Records);
        Assert.Empty(tally.Published);
    }

    [Fact]
    public async Task Refuses_as_busy_what_does_not_fit_the_mailbox()
    {
        await using var tally = new RunnerScenario(options: new RunnerOptions { MaxWaiting = 3 });
        tally.Journal.Hold();
        var first = tally.Add(1);
        await tally.Journal.Appending.Task;
        var fits = tally.AddEach(1, 1, 1);

        Assert.Equal(Refusal.Busy, (await tally.Add(1)).Refusal);
        await Assert.ThrowsAsync<ChannelUnavailableException>(tally.Total);

        tally.Journal.Release();
        await first;
        Assert.All(await fits, outcome => Assert.False(outcome.IsRefused()));
        Assert.Equal(4, await tally.Total());
    }

    [Fact]
    public async Task Gives_an_exception_of_the_rules_to_its_caller_alone()
    {
        await using var tally = new RunnerScenario();
        tally.Journal.Hold();
        var first = tally.Add(1);
        await tally.Journal.Appending.Task;
        var wrong = tally.Add(666);
        var right = tally.Add(2);
        tally.Journal.Release();

        await Assert.ThrowsAsync<InvalidOperationException>(() => wrong);
        Assert.Equal(3, (await right).Value!.Total);
        await Assert.ThrowsAsync<DivideByZeroException>(() => tally.Query<int>(_ => throw new DivideByZeroException()));
        await first;
    }

    [Fact]
    public async Task Serves_what_waits_before_it_stops_and_nothing_after()
    {
        var tally = new RunnerScenario();
        tally.Journal.Hold();
        var asked = tally.Add(1);
        await tally.Journal.Appending.Task;
        var waiting = tally.Add(2);
        var stopping = tally.DisposeAsync();
        tally.Journal.Release();
        await stopping;

        Assert.Equal(1, (await asked).Value!.Total);
        Assert.Equal(3, (await waiting).Value!.Total);
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => tally.Add(1));
    }
}

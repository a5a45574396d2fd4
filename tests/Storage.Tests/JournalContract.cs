using System.Text;
using OrleansContest.Channels;
using OrleansContest.Testing;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests;

/// <summary>What a journal promises, wherever it is kept.</summary>
public abstract class JournalContract : IAsyncLifetime
{
    private IStorage storage = null!;

    protected static ChannelId Channel { get; } = new("contest", "CQ-WW.26");

    protected IJournal Journal => storage.Journal;

    public async Task InitializeAsync() => storage = await OpenStorageAsync();

    public virtual async Task DisposeAsync() => await storage.DisposeAsync();

    [ContractFact]
    public async Task A_channel_nobody_wrote_to_is_empty_and_not_listed()
    {
        await using var journal = await OpenAsync();

        Assert.Equal(0, journal.Last);
        Assert.Matches("^[a-z0-9]{16}$", journal.Epoch);
        Assert.Empty(await journal.ReadTextAsync());
        Assert.DoesNotContain(Channel.Id, await ListAsync());
    }

    [ContractFact]
    public async Task Records_are_read_back_as_they_were_appended()
    {
        await using var journal = await OpenAsync();
        var records = Batch(1, 5);

        await journal.AppendAsync(records[..2]);
        await journal.AppendAsync(records[2..]);

        Assert.Equal(5, journal.Last);
        Assert.Equal(records.Select(Text), await journal.ReadTextAsync());
        Assert.Equal(records[3..].Select(Text), await journal.ReadTextAsync(after: 3));
        Assert.Empty(await journal.ReadTextAsync(after: 5));
    }

    [ContractFact]
    public async Task Records_and_epoch_are_the_same_when_everything_is_opened_anew()
    {
        var records = Batch(1, 3);
        string epoch;
        await using (var journal = await OpenAsync())
        {
            await journal.AppendAsync(records);
            epoch = journal.Epoch;
        }

        await ReopenStorageAsync();
        await using var again = await OpenAsync();
        await again.AppendAsync(Batch(4, 1));

        Assert.Equal(epoch, again.Epoch);
        Assert.Equal(4, again.Last);
        Assert.Equal([.. records.Select(Text), .. Batch(4, 1).Select(Text)], await again.ReadTextAsync());
    }

    [ContractFact]
    public async Task Nothing_is_kept_of_a_channel_that_was_only_opened()
    {
        await using (await OpenAsync())
        {
        }

        await ReopenStorageAsync();

        Assert.Empty(await ListAsync());
    }

    [ContractFact]
    public async Task Channels_are_listed_by_kind_in_ordinal_order()
    {
        string[] ids = ["b", "a", "B", "a.b", "a_b", "a-b", "10", "9", "nul", "a."];
        foreach (var id in ids)
        {
            await using var journal = await OpenAsync(new("contest", id));
            await journal.AppendAsync(One(1, $"\"{id}\""));
        }

        await using var other = await OpenAsync(new("match", "m"));
        await other.AppendAsync(Batch(1, 1));

        Assert.Equal(ids.Order(StringComparer.Ordinal), await ListAsync());
        Assert.Equal(["m"], await Journal.ListAsync("match", CancellationToken.None));
        Assert.Empty(await Journal.ListAsync("quiz", CancellationToken.None));
    }

    [ContractFact]
    public async Task Ids_that_differ_in_case_are_different_channels()
    {
        await using var upper = await OpenAsync(new("contest", "ABC"));
        await using var lower = await OpenAsync(new("contest", "abc"));
        await upper.AppendAsync(One(1, "\"upper\""));
        await lower.AppendAsync(One(1, "\"lower\""));

        Assert.Equal(["1 2 \"upper\""], await upper.ReadTextAsync());
        Assert.Equal(["1 2 \"lower\""], await lower.ReadTextAsync());
        Assert.NotEqual(upper.Epoch, lower.Epoch);
    }

    [ContractFact]
    public async Task Whoever_was_overtaken_cannot_append()
    {
        await using var first = await OpenAsync();
        await first.AppendAsync(Batch(1, 2));
        await using var second = await OpenAsync();
        await second.AppendAsync(Batch(3, 1));

        await Assert.ThrowsAsync<JournalConflictException>(() => first.AppendAsync(Batch(3, 2)));
        await Assert.ThrowsAsync<JournalConflictException>(() => first.AppendAsync(Batch(3, 1)));

        await second.AppendAsync(Batch(4, 1));
        Assert.Equal(Batch(1, 4).Select(Text), await second.ReadTextAsync());
    }

    [ContractFact]
    public async Task Of_two_who_begin_a_channel_the_first_to_append_has_it()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await first.AppendAsync(One(1, "\"first\""));

        await Assert.ThrowsAsync<JournalConflictException>(() => second.AppendAsync(One(1, "\"second\"")));

        await using var later = await OpenAsync();
        Assert.Equal(first.Epoch, later.Epoch);
        Assert.Equal(["1 2 \"first\""], await later.ReadTextAsync());
    }

    [ContractFact]
    public async Task Of_many_who_append_at_once_exactly_one_succeeds()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var outcomes = await Task.WhenAll(journals.Select(async (journal, index) =>
            await Record.ExceptionAsync(() => journal.AppendAsync(One(1, $"{index}")))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Exception>(), fault => Assert.IsType<JournalConflictException>(fault));
        await using var later = await OpenAsync();
        Assert.Equal(1, later.Last);
        Assert.Equal(journals[Array.IndexOf(outcomes, null)].Epoch, later.Epoch);
        foreach (var journal in journals)
        {
            await journal.DisposeAsync();
        }
    }

    [ContractFact]
    public async Task Channels_append_side_by_side()
    {
        var channels = Enumerable.Range(0, 20).Select(index => new ChannelId("contest", $"c{index}")).ToList();

        await Task.WhenAll(channels.Select(async channel =>
        {
            await using var journal = await OpenAsync(channel);
            for (var number = 1; number <= 10; number++)
            {
                await journal.AppendAsync(One(number, $"\"{channel} {number}\""));
            }
        }));

        foreach (var channel in channels)
        {
            await using var journal = await OpenAsync(channel);
            Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n} {n * 2} \"{channel} {n}\""), await journal.ReadTextAsync());
        }
    }

    [ContractFact]
    public async Task A_batch_may_have_2000_records_of_5_MB()
    {
        await using var journal = await OpenAsync();
        var records = Batch(1, 2_000, size: 2_600);
        Assert.True(records.Sum(record => record.Body.Length) > 5_000_000);

        await journal.AppendAsync(records);

        await using var again = await OpenAsync();
        Assert.Equal(records.Select(Text), await again.ReadTextAsync());
        Assert.Equal(records[^1..].Select(Text), await again.ReadTextAsync(after: 1_999));
    }

    [ContractFact]
    public async Task A_body_is_kept_byte_for_byte_whatever_its_size_and_letters()
    {
        string[] bodies =
        [
            "1", "0", "[]", "\"\"", "{ \"b\" : 1.0, \"a\":1e5 ,\"b\":2}", "\"ÅÄÖ é 漢字 \U0001F4FB\"", "\"\\u0000\\ud83d\"",
            $"\"{new string('漢', 300_000)}\"",
        ];
        await using var journal = await OpenAsync();

        await journal.AppendAsync([.. bodies.Select((body, index) => One(index + 1, body))]);

        await using var again = await OpenAsync();
        Assert.Equal(bodies.Select((body, index) => Text(One(index + 1, body))), await again.ReadTextAsync());
    }

    [ContractFact]
    public async Task A_record_that_does_not_follow_or_cannot_be_written_is_a_bug_of_the_caller()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(Batch(1, 1));

        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(Batch(3, 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(One(2, "1"), One(2, "1")));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(One(2, "[1,\n2]")));
        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(One(2, "")));

        await journal.AppendAsync(Batch(2, 1));
        Assert.Equal(Batch(1, 2).Select(Text), await journal.ReadTextAsync());
    }

    [ContractFact]
    public async Task No_records_are_no_change()
    {
        await using var journal = await OpenAsync();

        await journal.AppendAsync();

        Assert.Equal(0, journal.Last);
        Assert.Empty(await ListAsync());
    }

    [ContractFact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(Batch(1, 10));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in journal.ReadAsync(0, source.Token))
            {
            }
        });
    }

    [ContractFact]
    public async Task There_is_no_snapshot_before_one_was_saved() =>
        Assert.Null(await storage.Snapshots.LoadAsync(Channel, CancellationToken.None));

    [ContractFact]
    public async Task The_last_snapshot_saved_is_the_one_loaded()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(Batch(1, 9));
        var state = Encoding.UTF8.GetBytes($"{{\"log\":\"{new string('é', 500_000)}\"}}");
        await SaveAsync(new Snapshot("log 1", journal.Epoch, 5, 10, "{}"u8.ToArray()));
        await SaveAsync(new Snapshot("log 2", journal.Epoch, 9, 18, state));

        await ReopenStorageAsync();
        var loaded = await storage.Snapshots.LoadAsync(Channel, CancellationToken.None);

        Assert.NotNull(loaded);
        Assert.Equal(("log 2", journal.Epoch, 9, 18), (loaded.Format, loaded.Epoch, loaded.Number, loaded.Seq));
        Assert.Equal(state, loaded.State.ToArray());
        Assert.Null(await storage.Snapshots.LoadAsync(new("contest", "cq-ww.26"), CancellationToken.None));
    }

    /// <summary>Opens the one place that this test keeps its channels in; the former opening is disposed.</summary>
    protected abstract Task<IStorage> OpenStorageAsync();

    protected async Task ReopenStorageAsync()
    {
        await storage.DisposeAsync();
        storage = await OpenStorageAsync();
    }

    protected Task<IChannelJournal> OpenAsync(ChannelId? channel = null) => Journal.OpenAsync(channel ?? Channel, CancellationToken.None);

    private Task<IReadOnlyList<string>> ListAsync() => Journal.ListAsync("contest", CancellationToken.None);

    private Task SaveAsync(Snapshot snapshot) => storage.Snapshots.SaveAsync(Channel, snapshot, CancellationToken.None);
}

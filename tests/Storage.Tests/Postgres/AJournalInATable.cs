using OrleansContest.Channels;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Postgres;

public sealed class AJournalInATable : IAsyncLifetime
{
    private Database database = null!;
    private PostgresStorage storage = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateAsync();
        storage = await database.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await storage.DisposeAsync();
        await database.DisposeAsync();
    }

    [PostgresFact]
    public async Task Holds_no_session_while_it_is_open()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 300).Select(index => OpenAsync(new("contest", $"c{index}"))));
        await Task.WhenAll(journals.Select(journal => journal.AppendAsync(Batch(1, 2))));

        Assert.InRange(await SessionsAsync(), 1, new PostgresStorageOptions { ConnectionString = "" }.MaxConnections);
        Assert.Equal(300, (await storage.Journal.ListAsync("contest", CancellationToken.None)).Count);
    }

    [PostgresFact]
    public async Task Is_damaged_when_a_record_in_the_middle_is_missing()
    {
        await AppendAsync(Batch(1, 5));
        await database.ExecuteAsync("DELETE FROM contest.journal WHERE number = 3");
        await using var journal = await OpenAsync();

        var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.ReadTextAsync());

        Assert.Equal("table contest.journal, number 3", damage.Place);
    }

    [PostgresFact]
    public async Task Is_damaged_when_all_its_records_are_missing()
    {
        await AppendAsync(Batch(1, 5));
        await database.ExecuteAsync("DELETE FROM contest.journal");

        await Assert.ThrowsAsync<JournalDamagedException>(() => OpenAsync());
    }

    [PostgresFact]
    public async Task Is_damaged_for_a_reader_whose_records_went_while_it_was_open()
    {
        await AppendAsync(Batch(1, 5));
        await using var journal = await OpenAsync();
        await database.ExecuteAsync("DELETE FROM contest.journal WHERE number > 2");

        var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.ReadTextAsync(after: 2));

        Assert.Equal("table contest.journal, number 3", damage.Place);
    }

    [PostgresFact]
    public async Task Takes_nothing_that_would_leave_a_gap()
    {
        await AppendAsync(Batch(1, 5));
        await using var journal = await OpenAsync();
        await database.ExecuteAsync("DELETE FROM contest.journal WHERE number = 5");

        await Assert.ThrowsAsync<JournalConflictException>(() => journal.AppendAsync(Batch(6, 2)));

        Assert.Equal(4, await database.ScalarAsync<long>("SELECT count(*) FROM contest.journal"));
    }

    [PostgresFact]
    public async Task Takes_nothing_but_JSON()
    {
        await using var journal = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(One(1, "{\"a\":")));
        await Assert.ThrowsAsync<ArgumentException>(
            () => journal.AppendAsync(new JournalRecord(1, 1, new byte[] { (byte)'"', 0xff, (byte)'"' })));

        await journal.AppendAsync(Batch(1, 1));
        Assert.Equal(1, journal.Last);
    }

    [PostgresFact]
    public async Task Gives_up_on_a_write_that_takes_too_long_and_keeps_none_of_it()
    {
        await AppendAsync(Batch(1, 1));
        await using var hasty = await database.OpenAsync("Command Timeout=1");
        await using var journal = await hasty.Journal.OpenAsync(database.Channel, CancellationToken.None);
        await using var other = await database.ConnectAsync();
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var insert = other.CreateCommand();
            insert.CommandText = "INSERT INTO contest.journal SELECT channel, 2, 9, '9' FROM contest.channels";
            await insert.ExecuteNonQueryAsync();

            await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(2, 1)));
        }

        await using var again = await OpenAsync();
        await again.AppendAsync(Batch(2, 1));
        Assert.Equal(Batch(1, 2).Select(Text), await again.ReadTextAsync());
    }

    [PostgresFact]
    public async Task Is_not_written_when_the_caller_gives_up_waiting()
    {
        await using var journal = await OpenAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.AppendAsync(Batch(1, 1), source.Token));

        Assert.Empty(await storage.Journal.ListAsync("contest", CancellationToken.None));
    }

    [PostgresFact]
    public async Task Keeps_the_newer_snapshot_of_two()
    {
        await SaveAsync(new Snapshot("log 1", "epoch", 7, 14, "{}"u8.ToArray()));
        await SaveAsync(new Snapshot("log 1", "epoch", 5, 10, "{}"u8.ToArray()));
        Assert.Equal(7, (await storage.Snapshots.LoadAsync(database.Channel, CancellationToken.None))?.Number);

        await SaveAsync(new Snapshot("log 1", "later", 1, 2, "{}"u8.ToArray()));
        Assert.Equal("later", (await storage.Snapshots.LoadAsync(database.Channel, CancellationToken.None))?.Epoch);
    }

    private Task<IChannelJournal> OpenAsync(ChannelId? channel = null) =>
        storage.Journal.OpenAsync(channel ?? database.Channel, CancellationToken.None);

    private async Task AppendAsync(JournalRecord[] records)
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(records);
    }

    private Task SaveAsync(Snapshot snapshot) => storage.Snapshots.SaveAsync(database.Channel, snapshot, CancellationToken.None);

    private Task<long> SessionsAsync() => database.ScalarAsync<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'orleans-contest'");
}

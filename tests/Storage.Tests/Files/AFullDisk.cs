using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Storage.Files;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AFullDisk : IAsyncLifetime
{
    private static readonly ChannelId channel = new("contest", "c");
    private static readonly ChannelId other = new("contest", "other");

    private SmallDisk disk = null!;
    private DataFolder storage = null!;

    public Task InitializeAsync()
    {
        disk = SmallDisk.Mount();
        storage = DataFolder.Open(disk.Path, NullLogger.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await storage.DisposeAsync();
        disk.Dispose();
    }

    [SmallDiskFact]
    public async Task Refuses_a_batch_as_a_whole_and_takes_it_when_there_is_space_again()
    {
        await using var journal = await OpenAsync(channel);
        await journal.AppendAsync(Batch(1, 10));
        disk.Fill(leaving: 40_000);

        var full = await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(11, 100, size: 1_000)));
        Assert.Matches("^The disk that holds .* is full", full.Message);
        await using (var reader = await OpenAsync(channel))
        {
            Assert.Equal(Batch(1, 10).Select(Text), await reader.ReadTextAsync());
        }

        await journal.AppendAsync(Batch(11, 10));
        disk.Free();
        await journal.AppendAsync(Batch(21, 100, size: 1_000));

        await using var again = await OpenAsync(channel);
        Assert.Equal([.. Batch(1, 20).Select(Text), .. Batch(21, 100, size: 1_000).Select(Text)], await again.ReadTextAsync());
    }

    [SmallDiskFact]
    public async Task Refuses_a_new_channel_and_takes_it_when_there_is_space_again()
    {
        disk.Fill(leaving: 0);
        await using var journal = await OpenAsync(other);

        await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(1, 3)));
        Assert.Empty(await storage.Journal.ListAsync("contest", CancellationToken.None));
        disk.Free();
        await journal.AppendAsync(Batch(1, 3));

        await using var again = await OpenAsync(other);
        Assert.Equal(journal.Epoch, again.Epoch);
        Assert.Equal(Batch(1, 3).Select(Text), await again.ReadTextAsync());
    }

    [SmallDiskFact]
    public async Task Keeps_the_former_snapshot()
    {
        await using var journal = await OpenAsync(channel);
        await journal.AppendAsync(Batch(1, 1));
        await SaveAsync(new Snapshot("log 1", journal.Epoch, 1, 2, new byte[100]));
        disk.Fill(leaving: 8_000);

        await Assert.ThrowsAsync<IOException>(() => SaveAsync(new Snapshot("log 1", journal.Epoch, 2, 4, new byte[50_000])));

        Assert.Equal(1, (await storage.Snapshots.LoadAsync(channel, CancellationToken.None))?.Number);
        Assert.Empty(Directory.GetFiles(disk.Path, "*.tmp", SearchOption.AllDirectories));
        disk.Free();
        await SaveAsync(new Snapshot("log 1", journal.Epoch, 2, 4, new byte[50_000]));
        Assert.Equal(2, (await storage.Snapshots.LoadAsync(channel, CancellationToken.None))?.Number);
    }

    private Task<IChannelJournal> OpenAsync(ChannelId id) => storage.Journal.OpenAsync(id, CancellationToken.None);

    private Task SaveAsync(Snapshot snapshot) => storage.Snapshots.SaveAsync(channel, snapshot, CancellationToken.None);
}

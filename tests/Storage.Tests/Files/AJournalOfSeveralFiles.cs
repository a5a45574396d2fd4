using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AJournalOfSeveralFiles : IAsyncLifetime
{
    private readonly ChannelOnDisk disk = new(segmentBytes: 1_000);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [Fact]
    public async Task Begins_a_file_when_the_last_one_is_full_and_never_splits_a_batch()
    {
        await disk.WriteAsync(Batch(1, 1), Batch(2, 30), Batch(32, 1), Batch(33, 30), Batch(63, 1));

        Assert.Equal(
            ["00000001.journal", "00000032.journal", "00000063.journal"],
            Directory.GetFiles(disk.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Batch(1, 63).Select(Text), await disk.ReadAsync());
    }

    [Fact]
    public async Task Is_read_from_any_number_on()
    {
        await disk.WriteAsync([.. Enumerable.Range(0, 20).Select(index => Batch(1 + (index * 5), 5))]);
        await using var journal = await disk.OpenAsync();

        for (var after = 0; after <= 100; after++)
        {
            Assert.Equal(Batch(after + 1, 100 - after).Select(Text), await journal.ReadTextAsync(after));
        }
    }

    [Fact]
    public async Task Is_read_without_the_files_that_are_not_needed()
    {
        await disk.WriteAsync(Batch(1, 20), Batch(21, 20), Batch(41, 1));
        await using var journal = await disk.OpenAsync();
        File.Delete(disk.FileFrom(1));

        Assert.Equal(Batch(21, 21).Select(Text), await journal.ReadTextAsync(after: 20));
    }

    [Fact]
    public async Task Has_one_numbering()
    {
        await using var journal = await disk.OpenAsync();
        await journal.AppendAsync(Batch(1, 20));
        await journal.AppendAsync(Batch(21, 20));
        await journal.AppendAsync(Batch(41, 1));

        await using var again = await disk.OpenAsync();

        Assert.Equal(journal.Epoch, again.Epoch);
        Assert.Equal(41, again.Last);
    }

    [Fact]
    public async Task Survives_a_crash_between_beginning_a_file_and_its_first_record()
    {
        await disk.WriteAsync(Batch(1, 20), Batch(21, 1));
        var second = await File.ReadAllBytesAsync(disk.FileFrom(21));

        for (var length = 0; length < second.Length; length += 3)
        {
            await File.WriteAllBytesAsync(disk.FileFrom(21), second[..length]);

            Assert.Equal(Batch(1, 20).Select(Text), await disk.ReadAsync());
        }

        await disk.WriteAsync(Batch(21, 2));
        Assert.Equal(Batch(1, 22).Select(Text), await disk.ReadAsync());
    }

    [Fact]
    public async Task Survives_a_crash_between_beginning_the_first_file_and_its_first_record()
    {
        Directory.CreateDirectory(disk.Folder);
        await File.WriteAllBytesAsync(disk.File, []);

        Assert.Empty(await disk.ListAsync());
        await disk.WriteAsync(Batch(1, 2));

        Assert.Equal(Batch(1, 2).Select(Text), await disk.ReadAsync());
    }
}

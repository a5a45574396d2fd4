using System.Text;
using OrleansContest.Channels;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class ASnapshotInAFile : IAsyncLifetime
{
    private readonly ChannelOnDisk disk = new();

    private string SnapshotFile => Path.Combine(disk.Folder, "snapshot");

    public async Task InitializeAsync()
    {
        await disk.WriteAsync(Batch(1, 3));
        await SaveAsync(3);
    }

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [Fact]
    public async Task Is_not_used_and_reported_when_it_was_cut_off_anywhere()
    {
        var whole = await File.ReadAllBytesAsync(SnapshotFile);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(SnapshotFile, whole[..length]);

            Assert.Null(await LoadAsync());
        }

        Assert.Equal(whole.Length, disk.Log.Warnings.Count);
        Assert.Contains(SnapshotFile, disk.Log.Warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_used_and_reported_when_any_bit_is_wrong()
    {
        var whole = await File.ReadAllBytesAsync(SnapshotFile);

        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var spoiled = whole.ToArray();
            spoiled[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(SnapshotFile, spoiled);

            Assert.Null(await LoadAsync());
        }

        Assert.Equal(whole.Length * 8, disk.Log.Warnings.Count);
    }

    [Fact]
    public async Task Can_be_saved_again_after_a_crash_left_half_of_one_beside_it()
    {
        await File.WriteAllTextAsync(SnapshotFile + ".tmp", "half");

        Assert.Equal(3, (await LoadAsync())?.Number);
        await SaveAsync(4);

        Assert.Equal(4, (await LoadAsync())?.Number);
        Assert.False(File.Exists(SnapshotFile + ".tmp"));
    }

    [Fact]
    public async Task Can_be_deleted()
    {
        File.Delete(SnapshotFile);

        Assert.Null(await LoadAsync());
        Assert.Empty(disk.Log.Warnings);
        Assert.Equal(Batch(1, 3).Select(Text), await disk.ReadAsync());
    }

    private Task SaveAsync(long number) => disk.Storage.Snapshots.SaveAsync(
        disk.Channel, new Snapshot("log 1", "epoch", number, number * 2, Encoding.UTF8.GetBytes("{\"log\":[]}")), CancellationToken.None);

    private Task<Snapshot?> LoadAsync() => disk.Storage.Snapshots.LoadAsync(disk.Channel, CancellationToken.None);
}

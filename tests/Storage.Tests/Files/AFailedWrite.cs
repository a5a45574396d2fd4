using OrleansContest.Testing;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class AFailedWrite : IAsyncLifetime
{
    private readonly ChannelOnDisk disk = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [LinuxFact]
    public async Task That_cannot_be_taken_back_stops_the_journal_until_it_is_opened_anew()
    {
        await disk.WriteAsync(Batch(1, 2));
        await using var journal = await disk.OpenAsync();
        File.Move(disk.File, disk.File + ".away");
        File.CreateSymbolicLink(disk.File, "/dev/full");

        var full = await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(3, 1)));
        File.Move(disk.File + ".away", disk.File, overwrite: true);
        var uncertain = await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(3, 1)));

        Assert.Contains("full", full.Message, StringComparison.Ordinal);
        Assert.Contains("open it anew", uncertain.Message, StringComparison.Ordinal);
        Assert.Contains("could not be taken back", Assert.Single(disk.Log.Warnings), StringComparison.Ordinal);
        await using var again = await disk.OpenAsync();
        await again.AppendAsync(Batch(3, 1));
        Assert.Equal(Batch(1, 3).Select(Text), await disk.ReadAsync());
    }

    [Fact]
    public async Task Leaves_the_journal_usable_once_its_cause_is_gone()
    {
        await using var journal = await disk.OpenAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(disk.Folder)!);
        await File.WriteAllTextAsync(disk.Folder, "in the way");

        var fault = await Assert.ThrowsAsync<IOException>(() => journal.AppendAsync(Batch(1, 1)));
        File.Delete(disk.Folder);
        await journal.AppendAsync(Batch(1, 1));

        Assert.Contains(disk.Folder, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Batch(1, 1).Select(Text), await disk.ReadAsync());
    }

    [Fact]
    public async Task Is_told_from_a_use_after_closing()
    {
        var journal = await disk.OpenAsync();
        await journal.AppendAsync(Batch(1, 1));
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Batch(2, 1)));
    }
}

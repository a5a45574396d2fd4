using System.Diagnostics;
using OrleansContest.Channels;
using OrleansContest.Storage.Files;
using OrleansContest.Testing;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Files;

public sealed class ADataFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordedLog log = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_made_with_its_parents_and_holds_nothing_of_channels_that_were_only_opened()
    {
        var path = Path.Combine(folder.Path, "a", "b");
        await using var storage = Open(path);

        await using var journal = await storage.Journal.OpenAsync(new("contest", "c"), CancellationToken.None);
        await storage.Snapshots.LoadAsync(new("contest", "c"), CancellationToken.None);

        Assert.Equal(["FORMAT", "channels", "lock"], NamesIn(path));
        Assert.Empty(NamesIn(Path.Combine(path, "channels")));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task Is_used_once_at_a_time()
    {
        await using (Open())
        {
            var refusal = Assert.Throws<StorageUnusableException>(() => Open());
            Assert.Contains($"{folder.Path} is in use by another process. Stop that one first", refusal.Message, StringComparison.Ordinal);
        }

        await using var later = Open();
    }

    [LinuxFact]
    public async Task Is_refused_while_another_process_has_it_and_free_when_that_one_is_killed()
    {
        await using (Open())
        {
        }

        using var other = Process.Start(new ProcessStartInfo("flock", [LockFile, "sh", "-c", "echo held; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await other.StandardOutput.ReadLineAsync());

        Assert.Throws<StorageUnusableException>(() => Open());
        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        Assert.Null(await other.StandardOutput.ReadLineAsync());

        await using var free = Open();
    }

    [LinuxFact]
    public async Task Is_locked_for_other_processes()
    {
        await using (Open())
        {
            Assert.Equal(1, await TryLockAsync());
        }

        Assert.Equal(0, await TryLockAsync());
    }

    [Fact]
    public async Task Of_another_format_is_refused()
    {
        await using (Open())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "FORMAT"), "orleans-contest 2\n");

        var refusal = Assert.Throws<StorageUnusableException>(() => Open());
        Assert.Contains("'orleans-contest 2'", refusal.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "FORMAT"), "orleans-contest 1\n");
        await using var restored = Open();
    }

    [Fact]
    public void That_is_not_ours_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "channels"));

        var refusal = Assert.Throws<StorageUnusableException>(() => Open());

        Assert.Contains("not a data folder of ours", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_a_file_is_refused()
    {
        var path = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(path, "");

        var refusal = Assert.Throws<StorageUnusableException>(() => Open(path));

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_over_folders_that_are_no_channels()
    {
        await using var storage = Open();
        await using var journal = await storage.Journal.OpenAsync(new("contest", "c"), CancellationToken.None);
        await journal.AppendAsync(Batch(1, 1));
        Directory.CreateDirectory(Path.Combine(folder.Path, "channels", "contest", "Backup of c"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "channels", "contest", "empty"));

        Assert.Equal(["c"], await storage.Journal.ListAsync("contest", CancellationToken.None));
    }

    [Fact]
    public async Task Begins_a_channel_anew_that_was_removed_and_the_former_runner_has_no_part_in_it()
    {
        await using var storage = Open();
        await using var former = await storage.Journal.OpenAsync(new("contest", "c"), CancellationToken.None);
        await former.AppendAsync(Batch(1, 1));
        Directory.Delete(Path.Combine(folder.Path, "channels", "contest", "c"), recursive: true);

        await using var journal = await storage.Journal.OpenAsync(new("contest", "c"), CancellationToken.None);
        await journal.AppendAsync(Batch(1, 1));

        Assert.NotEqual(former.Epoch, journal.Epoch);
        await Assert.ThrowsAsync<JournalConflictException>(() => former.AppendAsync(Batch(2, 1)));
    }

    [Fact]
    public async Task Takes_nothing_more_once_it_is_closed()
    {
        var storage = Open();
        await using var journal = await storage.Journal.OpenAsync(new("contest", "c"), CancellationToken.None);
        await storage.DisposeAsync();
        await storage.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Batch(1, 1)));
    }

    private static IEnumerable<string?> NamesIn(string path) =>
        Directory.GetFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string LockFile => Path.Combine(folder.Path, "lock");

    private DataFolder Open(string? path = null) => DataFolder.Open(path ?? folder.Path, log);

    private async Task<int> TryLockAsync()
    {
        using var process = Process.Start("flock", ["-n", LockFile, "true"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

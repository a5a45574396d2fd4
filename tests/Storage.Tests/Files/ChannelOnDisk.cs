using OrleansContest.Channels;
using OrleansContest.Storage.Files;

namespace OrleansContest.Storage.Tests.Files;

/// <summary>A data folder with one channel whose files a test may look at and spoil.</summary>
internal sealed class ChannelOnDisk : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    public ChannelOnDisk(long segmentBytes = 64 << 20) =>
        Storage = DataFolder.Open(new FileStorageOptions { Folder = folder.Path, SegmentBytes = segmentBytes }, Log);

    public RecordedLog Log { get; } = new();

    public DataFolder Storage { get; }

    public ChannelId Channel { get; } = new("contest", "cqww-26");

    public string Folder => FolderOf(Channel);

    /// <summary>The journal's first file.</summary>
    public string File => FileFrom(1);

    public string FolderOf(ChannelId channel) => Path.Combine(folder.Path, "channels", channel.Kind, channel.Id);

    public string FileFrom(long first) => SegmentFile.In(Folder, first).Path;

    public Task<IChannelJournal> OpenAsync() => Storage.Journal.OpenAsync(Channel, CancellationToken.None);

    public Task<IReadOnlyList<string>> ListAsync() => Storage.Journal.ListAsync(Channel.Kind, CancellationToken.None);

    /// <summary>Appends each batch in a write of its own.</summary>
    public async Task WriteAsync(params JournalRecord[][] batches)
    {
        await using var journal = await OpenAsync();
        foreach (var batch in batches)
        {
            await journal.AppendAsync(batch);
        }
    }

    public async Task<List<string>> ReadAsync()
    {
        await using var journal = await OpenAsync();
        return await journal.ReadTextAsync();
    }

    /// <summary>Opens the journal and expects that it is refused as damaged.</summary>
    public Task<JournalDamagedException> OpenDamagedAsync() => Assert.ThrowsAsync<JournalDamagedException>(OpenAsync);

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        folder.Dispose();
    }
}

using System.Text.Json;
using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Snapshots in files: one beside the journal of each channel, replaced as a whole.</summary>
internal sealed class FileSnapshots(ChannelPaths paths, FlushThreads threads, ILogger logger) : ISnapshots
{
    private const string FileName = "snapshot";

    public async Task<Snapshot?> LoadAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        var path = PathOf(channel);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Parse(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is IOException or FormatException or JsonException)
        {
            logger.SnapshotDamaged(channel, path, fault.Message);
            return null;
        }
    }

    public Task SaveAsync(ChannelId channel, Snapshot snapshot, CancellationToken cancellationToken) =>
        threads.RunAsync(() => Save(PathOf(channel), snapshot));

    private static void Save(string path, Snapshot snapshot)
    {
        var state = snapshot.State;
        var header = new SnapshotHeader(
            snapshot.Format, snapshot.Epoch, snapshot.Number, snapshot.Seq, state.Length, Crc32C.Of(state.Span));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Disk.Replace(path, Frame.Of(JsonSerializer.SerializeToUtf8Bytes(header, StorageJson.Default.SnapshotHeader)), state);
    }

    private static Snapshot Parse(byte[] content)
    {
        var end = content.AsSpan().IndexOf((byte)'\n');
        if (end < 0 || !Frame.TryOpen(content.AsSpan(0, end), out var json))
        {
            throw new FormatException("its first line is not whole.");
        }

        var header = JsonSerializer.Deserialize(json, StorageJson.Default.SnapshotHeader)!;
        var state = content.AsMemory(end + 1);
        return state.Length == header.Length && Crc32C.Of(state.Span) == header.Crc
            ? new Snapshot(header.Format, header.Epoch, header.Number, header.Seq, state)
            : throw new FormatException("its state is not what was written.");
    }

    private string PathOf(ChannelId channel) => Path.Combine(paths.Of(channel), FileName);
}

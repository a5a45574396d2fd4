using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Journals in files: one folder a channel, described in <c>docs/decisions/0020-journal-files.md</c>.</summary>
internal sealed class FileJournal(ChannelPaths paths, FileStorageOptions options, FlushThreads threads, ILogger logger) : IJournal
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelId, (ChannelFolder Folder, int Users)> open = [];

    public async Task<IChannelJournal> OpenAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        var folder = Enter(channel);
        try
        {
            var (epoch, last) = await folder.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new FileChannelJournal(folder, epoch, last, Leave);
        }
        catch
        {
            Leave(folder);
            throw;
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        foreach (var channel in paths.OfKind(kind))
        {
            if (await HasRecordsAsync(channel, cancellationToken).ConfigureAwait(false))
            {
                ids.Add(channel.Id);
            }
        }

        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    /// <summary>Whether the channel has a record: a whole one, or one that is damaged and must not be passed over.</summary>
    private async Task<bool> HasRecordsAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        var files = SegmentFile.All(paths.Of(channel));
        if (files.Count != 1 || await BeginsWholeAsync(files[0], cancellationToken).ConfigureAwait(false))
        {
            return files.Count > 0;
        }

        try
        {
            var scan = await new JournalScanner(channel, paths.Of(channel)).RunAsync(cancellationToken).ConfigureAwait(false);
            return scan.Last > 0;
        }
        catch (JournalDamagedException)
        {
            return true;
        }
    }

    private static async Task<bool> BeginsWholeAsync(SegmentFile file, CancellationToken cancellationToken)
    {
        using var lines = new LineReader(file.Path, cancellationToken);
        for (var line = 1; line <= 2; line++)
        {
            if (!await lines.MoveNextAsync().ConfigureAwait(false) || !lines.IsEnded || !Frame.TryOpen(lines.Line, out _))
            {
                return false;
            }
        }

        return true;
    }

    private ChannelFolder Enter(ChannelId channel)
    {
        lock (gate)
        {
            var (folder, users) = open.GetValueOrDefault(channel);
            folder ??= new ChannelFolder(channel, paths.Of(channel), options, threads, logger);
            open[channel] = (folder, users + 1);
            return folder;
        }
    }

    private void Leave(ChannelFolder folder)
    {
        lock (gate)
        {
            var users = open[folder.Channel].Users - 1;
            if (users > 0)
            {
                open[folder.Channel] = (folder, users);
                return;
            }

            open.Remove(folder.Channel);
            folder.Close();
        }
    }
}

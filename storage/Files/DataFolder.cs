using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Storage in a folder of this machine, used by one process at a time.</summary>
public sealed class DataFolder : IStorage
{
    private readonly IDisposable folderLock;
    private readonly FlushThreads threads;

    private DataFolder(FileStorageOptions options, IDisposable folderLock, string channels, ILogger logger)
    {
        this.folderLock = folderLock;
        threads = new FlushThreads(options.FlushThreads);
        var paths = new ChannelPaths(channels);
        Journal = new FileJournal(paths, options, threads, logger);
        Snapshots = new FileSnapshots(paths, threads, logger);
    }

    public IJournal Journal { get; }

    public ISnapshots Snapshots { get; }

    /// <inheritdoc cref="Open(FileStorageOptions, ILogger)"/>
    public static DataFolder Open(string folder, ILogger logger) => Open(new FileStorageOptions { Folder = folder }, logger);

    /// <summary>Takes the folder for this process, making it when it is not there.</summary>
    /// <exception cref="StorageUnusableException">Another process uses it, or it is not a folder of ours that can be written.</exception>
    public static DataFolder Open(FileStorageOptions options, ILogger logger)
    {
        var folder = Path.GetFullPath(options.Folder);
        try
        {
            return Take(folder, options, logger);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnusableException($"The data folder {folder} cannot be used: {fault.Message} Choose another folder.", fault);
        }
    }

    /// <summary>Finishes what is being written, and lets go of the folder.</summary>
    public ValueTask DisposeAsync()
    {
        threads.Dispose();
        folderLock.Dispose();
        return ValueTask.CompletedTask;
    }

    private static DataFolder Take(string folder, FileStorageOptions options, ILogger logger)
    {
        Make(folder);
        var held = FolderLock.Take(folder, logger);
        try
        {
            var channels = Path.Combine(folder, "channels");
            FolderFormat.Check(folder, channels);
            Make(channels);
            return new DataFolder(options, held, channels, logger);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static void Make(string folder)
    {
        if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            Make(parent);
            Directory.CreateDirectory(folder);
            Disk.FlushFolder(parent);
        }
    }
}

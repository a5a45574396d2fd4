using Microsoft.Extensions.Logging;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Holds the file <c>lock</c> of a data folder, so that one process at a time uses it. One that dies lets go of it.</summary>
internal static class FolderLock
{
    private const string FileName = "lock";

    /// <exception cref="StorageUnusableException">Another process uses the folder.</exception>
    public static IDisposable Take(string folder, ILogger logger)
    {
        var path = Path.Combine(folder, FileName);
        var held = Open(path) ?? throw new StorageUnusableException(
            $"The data folder {folder} is in use by another process. Stop that one first, or choose another folder.");
        using var second = Open(path);
        if (second is not null)
        {
            logger.LocksNothing(folder);
        }

        return held;
    }

    /// <returns>Null when it is held already.</returns>
    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (Disk.IsHeldElsewhere(fault))
        {
            return null;
        }
    }
}

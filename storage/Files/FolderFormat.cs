using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>The file <c>FORMAT</c> of a data folder: the version of everything beside it.</summary>
internal static class FolderFormat
{
    private const string FileName = "FORMAT";
    private const string Current = "orleans-contest 1\n";

    /// <exception cref="StorageUnusableException">The folder was laid out by another version.</exception>
    public static void Check(string folder, string channels)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Begin(folder, path, channels);
            return;
        }

        var found = File.ReadAllText(path);
        if (found != Current)
        {
            throw new StorageUnusableException(
                $"The data folder {folder} has the format '{found.Trim()}', and this program reads '{Current.Trim()}'. "
                + "Use the program that wrote it, or choose another folder.");
        }
    }

    private static void Begin(string folder, string path, string channels)
    {
        if (Directory.Exists(channels))
        {
            throw new StorageUnusableException(
                $"The folder {folder} has a folder 'channels' but no file {FileName}, so it is not a data folder of ours. "
                + "Choose another folder, or restore this one whole from a copy.");
        }

        Disk.Replace(path, System.Text.Encoding.ASCII.GetBytes(Current));
    }
}

using System.Globalization;

namespace OrleansContest.Storage.Files;

/// <summary>One file of a channel's journal, named by the number of its first record: <c>00000001.journal</c>.</summary>
internal readonly record struct SegmentFile(string Path, long First)
{
    private const string Extension = ".journal";

    public static SegmentFile In(string folder, long first) =>
        new(System.IO.Path.Combine(folder, first.ToString("D8", CultureInfo.InvariantCulture) + Extension), first);

    /// <summary>The files of a journal in their order; none when the folder is not there.</summary>
    public static IReadOnlyList<SegmentFile> All(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(Parse).OfType<SegmentFile>().OrderBy(file => file.First)]
            : [];

    private static SegmentFile? Parse(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? new SegmentFile(path, first)
            : null;
    }
}

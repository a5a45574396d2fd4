using System.Diagnostics;

namespace OrleansContest.Bench.Log;

/// <summary>What the log is measured against: one write and one flush to disk for each entry, as fast as the disk goes.</summary>
internal static class FlushedWrites
{
    /// <returns>Entries per second.</returns>
    public static double Measure(byte[] entry, TimeSpan length)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
        var started = Stopwatch.GetTimestamp();
        var written = 0;
        for (; Stopwatch.GetElapsedTime(started) < length; written++)
        {
            file.Write(entry);
            file.Flush(flushToDisk: true);
        }

        return written / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

using System.Diagnostics;

namespace OrleansContest.Storage.Tests.Files;

/// <summary>A file system of one MiB in memory, to be filled.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> whyAbsent = new(FindWhyAbsent);

    private readonly TemporaryFolder folder = new();

    private SmallDisk()
    {
    }

    /// <summary>Why none can be made here; null when one can.</summary>
    public static string? WhyAbsent => whyAbsent.Value;

    public string Path => folder.Path;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    public static SmallDisk Mount()
    {
        var disk = new SmallDisk();
        Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>Takes all space but about <paramref name="leaving"/> bytes.</summary>
    public void Fill(int leaving)
    {
        using var file = File.Create(Ballast, bufferSize: 1);
        file.SetLength(0);
        while (new DriveInfo(Path).AvailableFreeSpace >= leaving + 4096)
        {
            file.Write(new byte[4096]);
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Path);
        folder.Dispose();
    }

    private static string? FindWhyAbsent()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "A small disk is a tmpfs, which only root on Linux can mount.";
        }

        try
        {
            Mount().Dispose();
            return null;
        }
        catch (InvalidOperationException refusal)
        {
            return $"A small disk is a tmpfs, which cannot be mounted here: {refusal.Message}";
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {errors.Trim()}");
        }
    }
}

/// <summary>A fact that fills a disk; skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyAbsent;
}

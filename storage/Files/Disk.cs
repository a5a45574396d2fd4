using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OrleansContest.Storage.Files;

/// <summary>What the framework leaves out about durable files.</summary>
internal static class Disk
{
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int NoSpace = 28;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsSharing = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    /// <summary>Makes the names in a folder durable: files made, renamed or deleted there.</summary>
    /// <remarks>On Windows there is nothing to do: the file system journals names.</remarks>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + '\0'), 0), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Writes a whole small file so that it is there with this content or not at all.</summary>
    public static void Replace(string path, params IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var temporary = path + ".tmp";
        try
        {
            WriteDurably(temporary, parts);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Whether there was no room, on the disk or in the user's share of it.</summary>
    public static bool IsFull(IOException fault) => fault.HResult is WindowsDiskFull or NoSpace or LinuxQuota or MacQuota;

    /// <summary>Whether a file could not be opened because another has it.</summary>
    public static bool IsHeldElsewhere(IOException fault) => fault.HResult is WindowsSharing or LinuxWouldBlock or MacWouldBlock;

    private static void WriteDurably(string path, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None);
        RandomAccess.Write(file, parts, 0);
        RandomAccess.FlushToDisk(file);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);
}

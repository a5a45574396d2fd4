using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>The end of a channel's journal, where records are added. Used by one at a time.</summary>
internal sealed class JournalTail(ChannelId channel, string folder, JournalScan scan, long segmentBytes, ILogger logger) : IDisposable
{
    private SegmentFile? segment = scan.Tail;
    private SafeFileHandle? file;
    private long length = scan.Length;
    private bool hasUnflushedNames;

    /// <summary>The numbering; null while no record was ever written.</summary>
    public string? Epoch { get; private set; } = scan.Epoch;

    public long Last { get; private set; } = scan.Last;

    /// <summary>A failed write is still in the file: only scanning it again tells what it holds.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Removes what an unfinished write left behind.</summary>
    public void CutTorn()
    {
        using var torn = File.OpenHandle(segment!.Value.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.SetLength(torn, length);
        RandomAccess.FlushToDisk(torn);
    }

    /// <summary>Adds records, all or none of them, and returns once they are durable.</summary>
    /// <exception cref="IOException">They were not added, or <see cref="IsBroken"/> is set.</exception>
    public void Append(string epoch, IReadOnlyList<JournalRecord> records)
    {
        try
        {
            OpenFile();
            var written = Write(length == 0 ? SegmentHeader.Of(channel, epoch, segment!.Value.First).ToLine() : [], records);
            FlushNames();
            (Epoch, Last, length) = (epoch, records[^1].Number, length + written);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TakeBack();
            throw Explained(fault);
        }
    }

    public void Dispose() => file?.Dispose();

    private void OpenFile()
    {
        if (segment is not { } current || length >= segmentBytes)
        {
            BeginFile();
        }
        else
        {
            file ??= File.OpenHandle(current.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    private void BeginFile()
    {
        Directory.CreateDirectory(folder);
        var next = SegmentFile.In(folder, Last + 1);
        var opened = File.OpenHandle(next.Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file?.Dispose();
        (segment, file, length, hasUnflushedNames) = (next, opened, 0, true);
    }

    /// <returns>Bytes written.</returns>
    private int Write(ReadOnlySpan<byte> header, IReadOnlyList<JournalRecord> records)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(header.Length + records.Sum(record => record.Body.Length + RecordLine.MaxOverhead));
        try
        {
            header.CopyTo(buffer);
            var filled = header.Length;
            foreach (var record in records)
            {
                filled += RecordLine.Write(record, records[0].Number, buffer.AsSpan(filled));
            }

            RandomAccess.Write(file!, buffer.AsSpan(0, filled), length);
            RandomAccess.FlushToDisk(file!);
            return filled;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void FlushNames()
    {
        if (!hasUnflushedNames)
        {
            return;
        }

        var kind = Path.GetDirectoryName(folder)!;
        Disk.FlushFolder(folder);
        Disk.FlushFolder(kind);
        Disk.FlushFolder(Path.GetDirectoryName(kind)!);
        hasUnflushedNames = false;
    }

    private void TakeBack()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            RandomAccess.SetLength(file, length);
            RandomAccess.FlushToDisk(file);
        }
        catch (IOException fault)
        {
            IsBroken = true;
            logger.WriteNotTakenBack(channel, segment!.Value.Path, fault);
        }
    }

    private IOException Explained(Exception fault) => new(
        fault is IOException io && Disk.IsFull(io)
            ? $"The disk that holds {folder} is full: nothing was written. Free some space; nothing else is needed."
            : $"The journal in {folder} cannot be written: {fault.Message}",
        fault);
}

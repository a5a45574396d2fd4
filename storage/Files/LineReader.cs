using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace OrleansContest.Storage.Files;

/// <summary>Reads a file line by line in bounded memory.</summary>
/// <remarks>A line longer than any that is written comes in pieces.</remarks>
internal sealed class LineReader(string path, CancellationToken cancellationToken) : IDisposable
{
    private const int InitialBuffer = 256 << 10;
    private const int MaxLine = AppendRules.MaxBody + RecordLine.MaxOverhead;

    private readonly SafeFileHandle file =
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialBuffer);
    private long bufferAt;
    private int lineStart;
    private int lineEnd;
    private int filled;
    private int searched;

    /// <summary>The current line without its line feed.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineEnd - lineStart);

    /// <summary>Whether the current line has its line feed: not so at the end of a torn file.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The current line's number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Where in the file the current line starts.</summary>
    public long Offset => bufferAt + lineStart;

    /// <summary>Where the current line ends, its line feed included.</summary>
    public long End => bufferAt + lineEnd + (IsEnded ? 1 : 0);

    public async ValueTask<bool> MoveNextAsync()
    {
        lineStart = searched = lineEnd + (IsEnded ? 1 : 0);
        while (!TryFindEnd())
        {
            if (filled - lineStart >= MaxLine || !await FillAsync().ConfigureAwait(false))
            {
                break;
            }
        }

        Number++;
        return lineEnd > lineStart || IsEnded;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        file.Dispose();
    }

    private bool TryFindEnd()
    {
        var at = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
        lineEnd = at < 0 ? filled : searched + at;
        searched = lineEnd;
        IsEnded = at >= 0;
        return IsEnded;
    }

    private async ValueTask<bool> FillAsync()
    {
        MakeRoom();
        var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(filled), bufferAt + filled, cancellationToken).ConfigureAwait(false);
        filled += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        var waiting = filled - lineStart;
        var target = waiting > buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(buffer.Length * 2) : buffer;
        Buffer.BlockCopy(buffer, lineStart, target, 0, waiting);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        bufferAt += lineStart;
        (lineStart, lineEnd, searched, filled) = (0, waiting, waiting, waiting);
    }
}

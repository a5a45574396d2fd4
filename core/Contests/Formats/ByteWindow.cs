using System.Diagnostics;

namespace OrleansContest.Contests.Formats;

/// <summary>The part of a stream that is being read: never more than two records of the greatest size.</summary>
internal sealed class ByteWindow(Stream stream)
{
    /// <summary>Bytes that one record may have.</summary>
    internal const int MaxRecord = 64 * 1024;

    private readonly byte[] buffer = new byte[2 * MaxRecord];
    private int start;
    private int end;
    private bool afterCarriageReturn;

    /// <summary>The line on which <see cref="Unread"/> begins, from 1.</summary>
    internal int Line { get; private set; } = 1;

    /// <summary>Whether nothing comes after <see cref="Unread"/>.</summary>
    internal bool Ended { get; private set; }

    internal ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>Reads more behind <see cref="Unread"/>, or finds the end.</summary>
    /// <returns>False where the end had been found before.</returns>
    internal async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Ended)
        {
            return false;
        }

        if (start > 0)
        {
            Unread.CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            throw new UnreachableException("A reader asked for more than two records hold.");
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        end += read;
        Ended = read == 0;
        return true;
    }

    internal void Consume(int count)
    {
        Line += LineBreaks(buffer.AsSpan(start, count));
        start += count;
    }

    /// <summary>Drops bytes that are no part of the text, such as a byte order mark.</summary>
    internal void Drop(int count) => start += count;

    /// <summary>Counts LF, CR and CR LF as one break each, also where CR LF is cut in two.</summary>
    private int LineBreaks(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var breaks = bytes.Count((byte)'\n') + bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);
        var cutInTwo = afterCarriageReturn && bytes[0] == '\n';
        afterCarriageReturn = bytes[^1] == '\r';
        return cutInTwo ? breaks - 1 : breaks;
    }
}

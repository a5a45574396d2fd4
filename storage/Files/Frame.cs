using System.Buffers;
using System.Buffers.Text;

namespace OrleansContest.Storage.Files;

/// <summary>A line of a file that shows by itself whether it is whole: <c>CRC LENGTH JSON</c>.</summary>
/// <remarks>CRC-32C and length of the JSON, in bytes, are 8 lower-case hexadecimal digits each. A line feed ends the line.</remarks>
internal static class Frame
{
    /// <summary>Bytes before the JSON.</summary>
    public const int PrefixLength = 18;

    /// <summary>Bytes that are not JSON, the line feed included.</summary>
    public const int Overhead = PrefixLength + 1;

    private static readonly StandardFormat hexadecimal = new('x', 8);

    /// <summary>The whole line that holds <paramref name="json"/>.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var line = new byte[json.Length + Overhead];
        json.CopyTo(line.AsSpan(PrefixLength));
        Close(line);
        return line;
    }

    /// <summary>Finishes a line whose JSON already stands at its place.</summary>
    /// <param name="line">The whole line, the room for prefix and line feed included.</param>
    public static void Close(Span<byte> line)
    {
        WritePrefix(line[PrefixLength..^1], line);
        line[^1] = (byte)'\n';
    }

    /// <summary>Reads a line without its line feed.</summary>
    /// <returns>False when it is not whole.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (line.Length < PrefixLength)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[PrefixLength];
        WritePrefix(line[PrefixLength..], expected);
        if (!line.StartsWith(expected))
        {
            return false;
        }

        json = line[PrefixLength..];
        return true;
    }

    /// <summary>Finds a whole line at the end of one that is not: where only the line feed between two was lost.</summary>
    public static bool TryOpenEnd(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> json)
    {
        json = default;
        for (var start = 1; start <= line.Length - PrefixLength; start++)
        {
            var end = line[start..];
            if (StatesItsLength(end) && TryOpen(end, out json))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StatesItsLength(ReadOnlySpan<byte> line) =>
        line[8] == ' ' && line[17] == ' '
        && Utf8Parser.TryParse(line[9..17], out uint length, out var digits, 'x') && digits == 8
        && length == line.Length - PrefixLength;

    private static void WritePrefix(ReadOnlySpan<byte> json, Span<byte> prefix)
    {
        Utf8Formatter.TryFormat(Crc32C.Of(json), prefix, out _, hexadecimal);
        prefix[8] = (byte)' ';
        Utf8Formatter.TryFormat((uint)json.Length, prefix[9..], out _, hexadecimal);
        prefix[17] = (byte)' ';
    }
}

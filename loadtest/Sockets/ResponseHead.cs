using System.Globalization;
using System.Text;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>The head of an HTTP/1.1 response, and what was read beyond it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The lines, by name.</param>
/// <param name="Rest">The first bytes of what follows.</param>
internal sealed record ResponseHead(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Rest)
{
    private const int mostBytes = 32 << 10;
    private const int mostBody = 4 << 10;

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>Sends a request and reads the head of its answer.</summary>
    /// <exception cref="HandshakeException">The answer is not HTTP, or there is none.</exception>
    public static async Task<ResponseHead> AskAsync(Wire wire, string request, CancellationToken cancellationToken)
    {
        await wire.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        var bytes = new byte[1 << 10];
        for (var length = 0; ;)
        {
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, length < mostBytes ? 2 * length : throw new HandshakeException(0, "", "The head of the answer does not end."));
            }

            var read = await wire.ReceiveAsync(bytes.AsMemory(length), cancellationToken);
            length += read;
            if (bytes.AsSpan(0, length).IndexOf(End) is >= 0 and var end)
            {
                return Parse(Encoding.Latin1.GetString(bytes, 0, end), bytes[(end + End.Length)..length]);
            }

            if (read == 0)
            {
                throw new HandshakeException(0, "", length == 0 ? "The server closed the connection without an answer." : "The answer breaks off.");
            }
        }
    }

    /// <summary>What the server says of a refusal: the first of its body.</summary>
    public async Task<string> ReadBodyAsync(Wire wire, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await body.WriteAsync(Rest, cancellationToken);
        var length = Headers.TryGetValue("content-length", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var stated) ? stated : mostBody;
        var buffer = new byte[1 << 10];
        while (body.Length < Math.Min(length, mostBody) && !EndsChunked(body)
            && await wire.ReceiveAsync(buffer, cancellationToken) is > 0 and var read)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)Math.Min(body.Length, mostBody));
    }

    private static bool EndsChunked(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length).EndsWith("0\r\n\r\n"u8);

    private static ResponseHead Parse(string text, byte[] rest)
    {
        var lines = text.Split("\r\n");
        if (!lines[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || lines[0].Length < 12
            || !int.TryParse(lines[0].AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new HandshakeException(0, "", $"The server does not speak HTTP/1.1: \"{lines[0]}\".");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return new ResponseHead(status, headers, rest);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansContest.Bench.Log;

/// <summary>A client that posts one entry, waits for its 201, and posts the next. It costs as little as a client can.</summary>
internal sealed class Poster(int number, int port, string contest) : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[8192];

    /// <summary>Entries acknowledged.</summary>
    public int Posted { get; private set; }

    public async Task RunAsync(int from, CancellationToken stop)
    {
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), CancellationToken.None);
        for (var n = from; !stop.IsCancellationRequested; n++)
        {
            await socket.SendAsync(Request(n), SocketFlags.None, CancellationToken.None);
            await ReadCreatedAsync();
            Posted++;
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The n-th entry of this client: another callsign each, so that none is a dupe.</summary>
    public static string Entry(int client, int n, string contest) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"contestId":"{{contest}}","stationId":"S{{client}}","operatorCallsign":"K{{client % 10}}OP","callsign":"{{Call(n)}}","band":"20","mode":"CW","qsoDate":"2026-06-27","qsoTime":"{{n / 60 % 24:00}}:{{n % 60:00}}","rstSent":"599","rstRcvd":"599","exchange":"3A ENY"}""");

    private static string Call(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{"KWNA"[n % 4]}{(char)('A' + n / 4 % 26)}{n / 104 % 10}{(char)('A' + n / 1040 % 26)}{(char)('A' + n / 27040 % 26)}{(char)('A' + n / 703040 % 26)}");

    private byte[] Request(int n)
    {
        var body = Entry(number, n, contest);
        return Encoding.ASCII.GetBytes(
            $"POST /api/logs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private async Task ReadCreatedAsync()
    {
        var read = 0;
        while (true)
        {
            var more = await socket.ReceiveAsync(answer.AsMemory(read), SocketFlags.None);
            read += more;
            if (more == 0 || IsWhole(answer.AsSpan(0, read)))
            {
                break;
            }
        }

        if (!answer.AsSpan(0, read).StartsWith("HTTP/1.1 201"u8))
        {
            throw new InvalidOperationException($"Not logged: {Encoding.UTF8.GetString(answer, 0, read)}");
        }
    }

    /// <summary>Answers come with a length or as one chunk; either way the entry's closing brace ends what matters.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var lengthAt = answer[..head].IndexOf("Content-Length: "u8);
        if (lengthAt < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var digits = answer[(lengthAt + 16)..];
        return int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture) <= answer.Length - head - 4;
    }
}

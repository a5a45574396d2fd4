using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansContest.Bench.Log;

/// <summary>A client that posts one entry or a batch, waits for the answer, and posts the next. It costs as little as a client can.</summary>
internal sealed class Poster(int number, int port, string contest, int entriesEach = 1) : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] answer = new byte[8192];

    /// <summary>Entries acknowledged.</summary>
    public int Posted { get; private set; }

    /// <summary>Posts as fast as it is answered.</summary>
    public async Task RunAsync(int from, CancellationToken stop)
    {
        for (var n = from; !stop.IsCancellationRequested; n += entriesEach)
        {
            await PostAsync(n);
        }
    }

    /// <summary>Posts the n-th entry, or the batch that begins with it, and waits for the answer.</summary>
    public async Task PostAsync(int n, string exchange = "3A ENY")
    {
        if (!socket.Connected)
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), CancellationToken.None);
        }

        await SendAsync(Request(n, exchange));
        await ReadDoneAsync();
        Posted += entriesEach;
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The n-th entry of this client: another callsign each, so that none is a dupe.</summary>
    public static string Entry(int client, int n, string contest, string exchange = "3A ENY") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"contestId":"{{contest}}","stationId":"S{{client}}","operatorCallsign":"K{{client % 10}}OP","callsign":"{{Call(n)}}","band":"20","mode":"CW","qsoDate":"2026-06-27","qsoTime":"{{n / 60 % 24:00}}:{{n % 60:00}}","rstSent":"599","rstRcvd":"599","exchange":"{{exchange}}"}""");

    private static string Call(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{"KWNA"[n % 4]}{(char)('A' + n / 4 % 26)}{n / 104 % 10}{(char)('A' + n / 1040 % 26)}{(char)('A' + n / 27040 % 26)}{(char)('A' + n / 703040 % 26)}");

    private byte[] Request(int n, string exchange)
    {
        var (path, body) = entriesEach == 1
            ? ("/api/logs", Entry(number, n, contest, exchange))
            : ("/api/logs/batch", $"[{string.Join(',', Enumerable.Range(n, entriesEach).Select(each => Entry(number, each, contest)))}]");
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private async Task SendAsync(byte[] request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request.AsMemory(sent), SocketFlags.None);
        }
    }

    private async Task ReadDoneAsync()
    {
        var read = 0;
        while (true)
        {
            if (read == answer.Length)
            {
                Array.Resize(ref answer, 2 * answer.Length);
            }

            var more = await socket.ReceiveAsync(answer.AsMemory(read), SocketFlags.None);
            read += more;
            if (more == 0 || IsWhole(answer.AsSpan(0, read)))
            {
                break;
            }
        }

        if (!answer.AsSpan(0, read).StartsWith(entriesEach == 1 ? "HTTP/1.1 201"u8 : "HTTP/1.1 200"u8))
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

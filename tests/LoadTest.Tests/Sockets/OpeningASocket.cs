using System.Net.Sockets;
using System.Text;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.Testing;

namespace OrleansContest.LoadTest.Tests.Sockets;

public sealed class OpeningASocket
{
    private readonly Listener listener = new();

    [Theory]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: bm8=\r\n\r\n", 101, "Sec-WebSocket-Accept")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", 101, "Upgrade is not websocket")]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 22\r\n\r\n{\"error\":\"one address\"}", 429, "one address")]
    [InlineData("HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfull\r\n0\r\n\r\n", 503, "full")]
    [InlineData("HTTP/1.1 404 Not Found\r\n\r\n", 404, "404")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", 0, "does not speak HTTP")]
    [InlineData("", 0, "without an answer")]
    public async Task Says_what_the_server_answered_instead(string answer, int status, string said)
    {
        await using var server = new ScriptedServer(async (stream, _) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer)));

        var refusal = await Assert.ThrowsAsync<HandshakeException>(() => ConnectAsync(server));

        Assert.Equal(status, refusal.Status);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_take_compression_that_it_did_not_ask_for()
    {
        await using var server = new ScriptedServer(async (stream, request) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(ScriptedServer.Opens(request) + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")));

        var refusal = await Assert.ThrowsAsync<HandshakeException>(() => ConnectAsync(server));

        Assert.Contains("not asked for", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hears_what_came_with_the_answer()
    {
        await using var server = new ScriptedServer(async (stream, request) =>
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(ScriptedServer.Opens(request) + "\r\n"), .. ServerFrame.OfText("at once"), 0x81]));

        await ConnectAsync(server);

        Assert.Equal("at once", await listener.NextAsync());
        Assert.Equal(CloseReason.BrokenOff, (await listener.ClosedAsync()).Code);
    }

    [Fact]
    public async Task Closes_with_the_code_for_what_the_server_may_not_send()
    {
        var answered = new TaskCompletionSource<byte[]>();
        await using var server = new ScriptedServer(async (stream, request) =>
        {
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(ScriptedServer.Opens(request) + "\r\n"), 0x82, 0]);
            var frame = new byte[8];
            await stream.ReadExactlyAsync(frame);
            answered.SetResult(frame);
        });

        await ConnectAsync(server);

        Assert.Equal(new CloseReason(CloseReason.WrongKind, "A binary message.", IsOurs: true), await listener.ClosedAsync());
        var frame = await answered.Task;
        Assert.Equal([0x88, 0x82], frame[..2]);
        Assert.Equal(CloseReason.WrongKind, ((frame[6] ^ frame[2]) << 8) + (frame[7] ^ frame[3]));
    }

    [Fact]
    public async Task Hears_a_stream_however_its_chunks_are_cut()
    {
        const string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
        const string body = "7\r\nevent: \r\n1b\r\nx\nid: 1\ndata: {\"one\":1}\n\n: \r\n15\r\nalive\n\ndata:{\"two\":2}\r\n2\r\n\n\n\r\n0\r\n\r\n";
        await using var server = new ScriptedServer(async (stream, _) =>
        {
            foreach (var one in Encoding.ASCII.GetBytes(head + body))
            {
                await stream.WriteAsync((byte[])[one]);
            }
        });
        var heard = new StreamListener();

        await EventStream.ConnectAsync(new ConnectPlan(server.Address, "/stream"), heard, CancellationToken.None);

        await heard.EndedAsync();
        Assert.Equal(["{\"one\":1}", "{\"two\":2}"], heard.All);
    }

    [Fact]
    public async Task Says_what_is_no_stream()
    {
        await using var server = new ScriptedServer(async (stream, _) => await stream.WriteAsync("HTTP/1.1 503 No\r\nContent-Length: 4\r\n\r\nfull"u8.ToArray()));

        var refusal = await Assert.ThrowsAsync<HandshakeException>(() => EventStream.ConnectAsync(new ConnectPlan(server.Address, "/"), new StreamListener(), CancellationToken.None));

        Assert.Equal((503, "full"), (refusal.Status, refusal.Body));
    }

    [Fact]
    public async Task Fails_where_nobody_listens() =>
        await Assert.ThrowsAsync<SocketException>(() =>
            WebSocketConnection.ConnectAsync(new ConnectPlan(new(System.Net.IPAddress.Loopback, FreePort.Next()), "/"), listener, CancellationToken.None));

    [LinuxFact]
    public async Task Comes_from_the_address_that_it_is_told_to()
    {
        var from = new TaskCompletionSource<string?>();
        await using var server = new ScriptedServer((stream, _) =>
        {
            from.SetResult(stream.Socket.RemoteEndPoint?.ToString());
            return Task.CompletedTask;
        });
        var plan = new ConnectPlan(server.Address, "/") { Source = System.Net.IPAddress.Parse("127.0.0.7") };

        await Assert.ThrowsAsync<HandshakeException>(() => WebSocketConnection.ConnectAsync(plan, listener, CancellationToken.None));

        Assert.StartsWith("127.0.0.7:", await from.Task, StringComparison.Ordinal);
    }

    private Task<WebSocketConnection> ConnectAsync(ScriptedServer server) =>
        WebSocketConnection.ConnectAsync(new ConnectPlan(server.Address, "/there"), listener, CancellationToken.None);
}

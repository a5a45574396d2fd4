using System.Net;
using System.Text;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class HostileClients
{
    private static readonly byte[] tooLong = new byte[65_537];

    public static TheoryData<string, byte[], int> Frames() => new()
    {
        { "binary", RawSocket.Frame(RawSocket.Binary, [1, 2, 3]), 1003 },
        { "empty binary", RawSocket.Frame(RawSocket.Binary, []), 1003 },
        { "a text that is not UTF-8", RawSocket.Frame(RawSocket.Text, [(byte)'"', 0xC3, 0x28, (byte)'"']), 1007 },
        { "a text over 64 KiB", RawSocket.Frame(RawSocket.Text, tooLong), 1009 },
        { "a text over 64 KiB in fragments", [.. RawSocket.Frame(RawSocket.Text, tooLong.AsSpan(0, 60_000), false), .. RawSocket.Frame(0, tooLong.AsSpan(0, 6_000))], 1009 },
        { "a text that claims to be endless", [0x81, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, .. new byte[70_000]], 1009 },
        { "a frame without a mask", RawSocket.Frame(RawSocket.Text, """{"type":"ping"}"""u8, isMasked: false), 1002 },
        { "a reserved bit", [0xC1, 0x80, 0, 0, 0, 0], 1002 },
        { "an opcode nobody knows", RawSocket.Frame(3, "{}"u8), 1002 },
        { "a ping over 125 bytes", RawSocket.Frame(RawSocket.Ping, new byte[126]), 1002 },
        { "a ping in fragments", RawSocket.Frame(RawSocket.Ping, "x"u8, isFinal: false), 1002 },
        { "a continuation of nothing", RawSocket.Frame(0, "{}"u8), 1002 },
        { "a text within a text", [.. RawSocket.Frame(RawSocket.Text, "{"u8, false), .. RawSocket.Frame(RawSocket.Text, "}"u8)], 1002 },
        { "a length below zero", [0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1002 },
        { "a close", RawSocket.Frame(RawSocket.Close, [0x03, 0xE8]), 1000 },
        { "a close without a code", RawSocket.Frame(RawSocket.Close, []), 1000 },
        { "a close in the middle of a text", [.. RawSocket.Frame(RawSocket.Text, "{"u8, false), .. RawSocket.Frame(RawSocket.Close, [0x03, 0xE8])], 1000 },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task Are_closed_with_the_right_code(string what, byte[] frames, int code)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.ReadFrameAsync();

        await socket.SendAsync(frames);

        Assert.True(await socket.ReadCloseAsync() == code, what);
        await socket.SendAsync(RawSocket.Frame(RawSocket.Close, [0x03, 0xE8]));
        Assert.True(await socket.EndsAsync());
    }

    [Fact]
    public async Task May_send_a_text_of_64_KiB_in_as_many_fragments_as_they_like()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.ReadFrameAsync();
        var text = Encoding.ASCII.GetBytes($$"""{"type":"ping","padding":"{{new string('.', 65_536 - 28)}}"}""");
        Assert.Equal(65_536, text.Length);

        await socket.SendAsync(RawSocket.Frame(RawSocket.Text, text));
        Assert.Equal("""{"type":"pong"}""", Encoding.ASCII.GetString((await socket.ReadFrameAsync()).Payload));

        byte[][] pieces = [.. text.Chunk(7_000)];
        for (var i = 0; i < pieces.Length; i++)
        {
            await socket.SendAsync(RawSocket.Frame(i == 0 ? RawSocket.Text : (byte)0, pieces[i], i == pieces.Length - 1));
            await socket.SendAsync(RawSocket.Frame(0, [], isFinal: false)[..(i == pieces.Length - 1 ? 0 : 6)]);
        }

        Assert.Equal("""{"type":"pong"}""", Encoding.ASCII.GetString((await socket.ReadFrameAsync()).Payload));
    }

    [Fact]
    public async Task Who_talk_too_much_are_told_and_then_closed()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:MessagesPerSecond"] = "1", ["Gateway:Sockets:MessageBurst"] = "10" });
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.ReadFrameAsync();
        for (var i = 0; i < 40; i++)
        {
            await socket.SayAsync("""{"type":"ping"}""");
        }

        var answers = new List<string>();
        var (opcode, payload) = await socket.ReadFrameAsync();
        while (opcode != RawSocket.Close)
        {
            answers.Add(Encoding.UTF8.GetString(payload));
            (opcode, payload) = await socket.ReadFrameAsync();
        }

        Assert.Equal(1008, (payload[0] << 8) | payload[1]);
        Assert.InRange(answers.Count(answer => answer == """{"type":"pong"}"""), 10, 12);
        Assert.InRange(answers.Count(answer => answer == """{"type":"error","data":{"message":"Too many messages"}}"""), 10, 12);
    }

    [Fact]
    public async Task Who_ping_too_much_are_closed()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:MessagesPerSecond"] = "1", ["Gateway:Sockets:MessageBurst"] = "10" });
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        for (var i = 0; i < 40; i++)
        {
            await socket.SendAsync(RawSocket.Frame(RawSocket.Ping, "x"u8));
        }

        Assert.Equal(1008, await socket.ReadCloseAsync());
    }

    [Fact]
    public async Task Who_ask_without_reading_the_answers_are_closed()
    {
        await using var gateway = await TestGateway.StartAsync(new()
        {
            ["Gateway:Sockets:MessagesPerSecond"] = "100000",
            ["Gateway:Sockets:MessageBurst"] = "100000",
            ["Gateway:Sockets:OutboxFrames"] = "16",
            ["Gateway:Sockets:CloseWithin"] = "00:00:01",
        });
        using var socket = await RawSocket.ConnectAsync(gateway.Socket, receiveBytes: 4096);
        var question = RawSocket.Frame(RawSocket.Text, Encoding.ASCII.GetBytes($$"""{"type":"{{new string('x', 100)}}"}"""));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (!patience.IsCancellationRequested)
            {
                await socket.SendAsync(question);
            }
        });
    }

    [Fact]
    public async Task Who_never_answer_a_close_are_cut_off()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:CloseWithin"] = "00:00:01" });
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.SendAsync(RawSocket.Frame(RawSocket.Binary, [1]));
        Assert.Equal(1003, await socket.ReadCloseAsync());
        Assert.True(await socket.EndsAsync());
    }

    [Theory]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13", HttpStatusCode.UpgradeRequired)]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", HttpStatusCode.UpgradeRequired)]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short", HttpStatusCode.UpgradeRequired)]
    [InlineData("X: y", HttpStatusCode.UpgradeRequired)]
    public async Task Who_do_not_ask_properly_get_no_socket(string headers, HttpStatusCode status)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Address, "/ws"));
        foreach (var header in headers.Split("\r\n"))
        {
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.StartsWith("""{"error":""", await answer.Content.ReadAsStringAsync());
    }
}

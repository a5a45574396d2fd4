using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class CompressingMessages
{
    private const string A = "contest:a";
    private const string Offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";

    private static readonly string update = $$$"""{"type":"aggregate:updated","channel":"{{{A}}}","data":{"text":"{{{new string('x', 90)}}}"}}""";

    [Fact]
    public async Task A_client_that_offers_it_sees_what_the_others_see()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Ballast = 100_000;
        await using var plain = await Spectator.OfAsync(gateway, A);
        await using var packed = await Spectator.ConnectAsync(gateway.Socket, options => options.DangerousDeflateOptions = new WebSocketDeflateOptions());
        await packed.SubscribeAsync(A, $",\"note\":\"{new string('n', 1_000)}\"");
        for (var n = 1; n <= 20; n++)
        {
            contest.Count("h1", $"h{n}");
            await Task.WhenAll(plain.ReachAsync(A, contest.At.Seq), packed.ReachAsync(A, contest.At.Seq));
        }

        Assert.Equal(contest.Counters, packed.ChainOf(A).Counters);
        Assert.Equal(plain.ChainOf(A).Counters, packed.ChainOf(A).Counters);
    }

    [Theory]
    [InlineData("permessage-deflate", "permessage-deflate; client_no_context_takeover; server_no_context_takeover")]
    [InlineData("permessage-deflate; server_max_window_bits=9, permessage-deflate; client_max_window_bits", "permessage-deflate; client_no_context_takeover; server_no_context_takeover")]
    [InlineData("permessage-deflate; server_max_window_bits=10", null)]
    [InlineData("x-webkit-deflate-frame", null)]
    [InlineData(null, null)]
    public async Task Is_agreed_on_where_all_can_share_it(string? offer, string? answer)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await RawSocket.ConnectAsync(gateway.Socket, headers: offer is null ? "" : $"Sec-WebSocket-Extensions: {offer}\r\n");
        Assert.Equal(answer, socket.Extensions);
    }

    [Fact]
    public async Task Can_be_switched_off()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:Compress"] = "false" });
        using var socket = await RawSocket.ConnectAsync(gateway.Socket, headers: $"{Offer}\r\n");
        Assert.Null(socket.Extensions);
    }

    [Fact]
    public async Task A_message_that_grows_beyond_the_limit_when_inflated_closes_the_socket()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await RawSocket.ConnectAsync(gateway.Socket, headers: $"{Offer}\r\n");
        var bomb = Pack(Encoding.UTF8.GetBytes(new string(' ', 8 << 20)));
        Assert.InRange(bomb.Length, 1, SocketOptions.MaxMessageBytes);
        var frame = RawSocket.Frame(RawSocket.Text, bomb);
        frame[0] |= 0x40;
        await socket.SendAsync(frame);
        Assert.Equal(1009, await socket.ReadCloseAsync(isPacked: true));
    }

    [Fact]
    public void Is_done_once_for_all()
    {
        var block = ReplyBlock.Text(Encoding.UTF8.GetBytes(update));
        Assert.True(block.Deflate(7).Equals(block.Deflate(8)));
        Assert.InRange(block.Deflate(7).Length, 1, block.Encode(7).Length / 2);
    }

    [Fact]
    public void Leaves_what_is_short_and_what_is_no_message_as_it_is()
    {
        byte[] frames = [.. Text("short"), .. ReplyBlock.Control([0x89, 0]).Encode(0).Span, .. Text(update), .. Text("{}")];
        var packed = FrameDeflater.Deflate(frames);

        var head = Text("short").Length + 2;
        Assert.Equal(frames[..head], packed[..head]);
        Assert.Equal(0xC1, packed[head]);
        Assert.Equal(update, Inflate(packed[(head + 2)..(head + 2 + packed[head + 1])]));
        Assert.Equal(Text("{}"), packed[^4..]);
    }

    private static byte[] Text(string message) => ReplyBlock.Text(Encoding.UTF8.GetBytes(message)).Encode(0).ToArray();

    private static byte[] Pack(byte[] message)
    {
        var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(message);
        deflate.Flush();
        return packed.ToArray()[..^4];
    }

    private static string Inflate(byte[] message)
    {
        using var inflate = new DeflateStream(new MemoryStream([.. message, 0, 0, 0xFF, 0xFF]), CompressionMode.Decompress);
        using var reader = new StreamReader(inflate);
        return reader.ReadToEnd();
    }
}

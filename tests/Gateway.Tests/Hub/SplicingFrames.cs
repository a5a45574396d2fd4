using System.Text;
using System.Text.Json;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class SplicingFrames
{
    private const string A = "contest:a";

    [Fact]
    public async Task Never_puts_a_frame_inside_another()
    {
        const int updates = 3_000;
        await using var gateway = await TestGateway.StartAsync(new()
        {
            ["Gateway:Sockets:MessagesPerSecond"] = "100000",
            ["Gateway:Sockets:MessageBurst"] = "100000",
        });
        var contest = gateway.Channels.Contest("a");
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.SayAsync($$"""{"type":"subscribe","channel":"{{A}}"}""");
        using var reading = new CancellationTokenSource();
        var pinging = PingAsync(socket, reading.Token);
        var counting = CountAsync(contest, updates);

        var (seq, pongs) = (0L, 0);
        while (seq < updates || pongs == 0)
        {
            var (opcode, payload) = await socket.ReadFrameAsync();
            if (opcode == RawSocket.Pong)
            {
                pongs++;
                Assert.StartsWith("ping ", Encoding.ASCII.GetString(payload));
            }
            else
            {
                Assert.Equal(RawSocket.Text, opcode);
                using var message = JsonDocument.Parse(payload);
                seq = message.RootElement.TryGetProperty("seq", out var number) ? number.GetInt64() : seq;
            }
        }

        await counting;
        await reading.CancelAsync();
        await pinging;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(300_000)]
    public async Task Frames_messages_of_every_length(int padding)
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);
        await socket.SayAsync($$"""{"type":"subscribe","channel":"{{A}}"}""");
        for (var i = 0; i < 3; i++)
        {
            await socket.ReadFrameAsync();
        }

        var data = $"\"{new string('.', padding)}\"";
        contest.Publish(("some:thing", data), ("some:thing", data));
        foreach (var seq in new[] { 1, 2 })
        {
            var (_, payload) = await socket.ReadFrameAsync();
            Assert.Equal($$"""{"type":"some:thing","channel":"contest:a","epoch":"e1","seq":{{seq}},"data":{{data}}}""", Encoding.UTF8.GetString(payload));
        }
    }

    private static async Task PingAsync(RawSocket socket, CancellationToken cancellationToken)
    {
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            await socket.SendAsync(RawSocket.Frame(RawSocket.Ping, Encoding.ASCII.GetBytes($"ping {i}")));
            await Task.Yield();
        }
    }

    private static async Task CountAsync(FakeChannel contest, int updates)
    {
        for (var i = 0; i < updates; i++)
        {
            contest.Count("h1");
            await Task.Yield();
        }
    }
}

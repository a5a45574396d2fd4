using System.Text;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class ConnectingAheadOfTheAnswer
{
    private const int clients = 200;

    /// <summary>Frames go past the server's own buffer, so they could overtake the answer that is still in it.</summary>
    [Fact]
    public async Task Nothing_comes_before_the_answer_to_the_upgrade()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a").Count("h1");
        var first = RawSocket.Frame(RawSocket.Text, """{"type":"subscribe","channel":"contest:a"}"""u8);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            using var socket = await RawSocket.ConnectAsync(gateway.Socket, andSay: first);
            var (opcode, payload) = await socket.ReadFrameAsync();
            Assert.Equal(RawSocket.Text, opcode);
            Assert.Contains("\"connected\"", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
        }));
    }

    [Fact]
    public async Task A_state_larger_than_what_the_system_takes_at_once_arrives_whole()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Ballast = 16 << 20;
        contest.Count("h1");
        using var socket = await RawSocket.ConnectAsync(gateway.Socket, receiveBytes: 4 << 10);
        await socket.SayAsync("""{"type":"subscribe","channel":"contest:a"}""");
        var payload = Array.Empty<byte>();
        while (payload.Length <= contest.Ballast)
        {
            (_, payload) = await socket.ReadFrameAsync();
        }

        Assert.StartsWith("""{"type":"full","channel":"contest:a",""", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);
        Assert.Equal((byte)'}', payload[^1]);
    }
}

using System.Diagnostics;
using System.Net.WebSockets;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class StoppingTheGateway
{
    [Fact]
    public async Task Tells_every_client_to_come_back_and_closes_with_1001()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a");
        var spectators = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            i % 2 == 0 ? Spectator.ConnectAsync(gateway.Socket) : Spectator.OfAsync(gateway, "contest:a")));

        await gateway.StopAsync();

        foreach (var spectator in spectators)
        {
            var notice = await spectator.NextAsync("shutdown");
            Assert.Equal(10_000, (int?)notice["data"]!["reconnectWithin"]);
            await spectator.ClosedAsync();
            Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, spectator.CloseStatus);
            await spectator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Sends_first_what_waits()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 1_000;
        await using var spectator = await Spectator.OfAsync(gateway, "contest:a");
        await spectator.NextAsync("full");
        for (var i = 0; i < 100; i++)
        {
            contest.Count("h1");
        }

        await spectator.ReachAsync("contest:a", 1);
        await gateway.StopAsync();

        await spectator.NextAsync("shutdown");
        await spectator.ClosedAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, spectator.CloseStatus);
    }

    [Fact]
    public async Task Does_not_wait_long_for_clients_who_do_not_answer()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:StopWithin"] = "00:00:00.500" });
        using var silent = await RawSocket.ConnectAsync(gateway.Socket);
        var started = Stopwatch.StartNew();
        await gateway.StopAsync();

        Assert.InRange(started.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(10));
        Assert.Equal(1001, await silent.ReadCloseAsync());
        Assert.True(await silent.EndsAsync());
    }
}

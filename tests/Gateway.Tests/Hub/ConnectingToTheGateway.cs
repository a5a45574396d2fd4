using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansContest.Gateway.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class ConnectingToTheGateway
{
    [Fact]
    public async Task Is_refused_with_503_when_all_places_are_taken()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:Connections"] = "2" });
        await using var first = await Spectator.ConnectAsync(gateway.Socket);
        await using (var second = await Spectator.ConnectAsync(gateway.Socket))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(gateway));
        }

        await using var third = await ConnectWhenFreeAsync(gateway);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "2001:db9::1", false)]
    [InlineData("127.0.0.1", "127.0.0.1", false)]
    public void Counts_the_sockets_of_an_address(string first, string second, bool isRefused)
    {
        var places = new SocketPlaces(Options.Create(new SocketOptions { ConnectionsPerAddress = 1 }));
        Assert.Null(places.TryTake(IPAddress.Parse(first)));
        Assert.Equal(isRefused, places.TryTake(IPAddress.Parse(second)) == UpgradeRefusals.TooManyOfOneAddress);
        places.Release(IPAddress.Parse(first));
        Assert.Null(places.TryTake(IPAddress.Parse(first)));
    }

    [Fact]
    public async Task Is_refused_as_a_gate_says()
    {
        await using var gateway = await TestGateway.StartAsync(configure: services => services.AddSingleton<IUpgradeGate, ClosedGate>());
        Assert.Equal(HttpStatusCode.PaymentRequired, await RefusalAsync(gateway));
    }

    [Fact]
    public async Task Works_over_HTTP_2()
    {
        await using var gateway = await TestGateway.StartAsync(protocols: HttpProtocols.Http2);
        var contest = gateway.Channels.Contest("a");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket, options =>
        {
            options.HttpVersion = HttpVersion.Version20;
            options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }, invoker);
        await spectator.SubscribeAsync("contest:a");
        for (var i = 0; i < 100; i++)
        {
            contest.Count("h1");
        }

        await spectator.ReachAsync("contest:a", 100);
        Assert.Equal(100, spectator.ChainOf("contest:a").Singles.Count);
    }

    [Fact]
    public async Task Ends_after_a_minute_without_a_subscription_or_a_word()
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(clock: clock);
        gateway.Channels.Contest("a");
        await using var idle = await Spectator.ConnectAsync(gateway.Socket);
        await using var talking = await Spectator.ConnectAsync(gateway.Socket);
        await using var spectating = await Spectator.OfAsync(gateway, "contest:a");
        await spectating.NextAsync("full");
        clock.Advance(TimeSpan.FromSeconds(40));
        await talking.HearsNothingAsync();
        clock.Advance(TimeSpan.FromSeconds(21));

        await idle.ClosedAsync();
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "Nothing subscribed"), (idle.CloseStatus, idle.CloseDescription));
        await talking.HearsNothingAsync();
        await spectating.HearsNothingAsync();
    }

    [Fact]
    public async Task Goes_on_while_pings_are_answered_and_ends_when_one_is_not()
    {
        await using var gateway = await TestGateway.StartAsync(new()
        {
            ["Gateway:Sockets:PingEvery"] = "00:00:01",
            ["Gateway:Sockets:PongWithin"] = "00:00:05",
        });
        await using var answering = await Spectator.ConnectAsync(gateway.Socket);
        using var silent = await RawSocket.ConnectAsync(gateway.Socket);
        await silent.ReadFrameAsync();

        Assert.Equal(RawSocket.Ping, (await silent.ReadFrameAsync()).Opcode);
        Assert.True(await silent.EndsAsync());
        await answering.HearsNothingAsync();
    }

    [Theory]
    [InlineData("Gateway:Sockets:OutboxFrames", "0")]
    [InlineData("Gateway:Sockets:StallAfter", "00:00:00")]
    [InlineData("Gateway:Sockets:OutboxFrame", "7")]
    [InlineData("Gateway:Feeds:MergeEvery", "-00:00:01")]
    public async Task Is_impossible_where_a_setting_is_wrong(string key, string value)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => TestGateway.StartAsync(new() { [key] = value }));
        Assert.Contains(key.Split(':')[^1], fault.ToString());
    }

    private static async Task<HttpStatusCode> RefusalAsync(TestGateway gateway)
    {
        using var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(gateway.Socket, CancellationToken.None));
        return socket.HttpStatusCode;
    }

    /// <summary>A place is free when the server has seen that its socket is gone.</summary>
    private static async Task<Spectator> ConnectWhenFreeAsync(TestGateway gateway)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await ticks.WaitForNextTickAsync())
        {
            try
            {
                return await Spectator.ConnectAsync(gateway.Socket);
            }
            catch (WebSocketException fault) when (fault.InnerException is not SocketException)
            {
                // Still taken.
            }
        }

        throw new InvalidOperationException("The timer was stopped.");
    }

    private sealed class ClosedGate : IUpgradeGate
    {
        public ValueTask<IResult?> RefuseAsync(HttpContext context) =>
            ValueTask.FromResult<IResult?>(Results.StatusCode(StatusCodes.Status402PaymentRequired));
    }
}

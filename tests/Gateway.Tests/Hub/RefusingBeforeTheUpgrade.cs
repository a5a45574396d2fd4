using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Contests;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>An address whose every socket takes a seat before it is one, as an event's does.</summary>
public sealed class RefusingBeforeTheUpgrade
{
    private const int Limit = 200;

    private static readonly SeatPlan plan = new(new ChannelId("contest", "a"), Limit);

    private readonly FakeSeats seats = new(TimeProvider.System);

    [Fact]
    public async Task Lets_two_hundred_in_at_two_gateways_as_at_one_and_not_one_more()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var crowd = new List<ClientWebSocket>();
        for (var i = 0; i < Limit; i++)
        {
            crowd.Add(await ConnectAsync(i % 3 == 0 ? one : other));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(one));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(other));
        crowd[0].Abort();
        await Until.TrueAsync(() => seats.AudienceOf("a") == Limit - 1);
        crowd.Add(await ConnectAsync(other));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(one));
        crowd.ForEach(socket => socket.Dispose());
        await Until.TrueAsync(() => seats.AudienceOf("a") == 0);
    }

    [Fact]
    public async Task Lets_two_hundred_in_who_come_all_at_once()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, Limit + 30).Select(i => TryConnectAsync(i % 2 == 0 ? one : other)));

        Assert.Equal(30, answers.Count(socket => socket is null));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(one));
        Array.ForEach(answers, socket => socket?.Dispose());
    }

    [Fact]
    public async Task Asks_for_no_seat_where_another_gate_refuses()
    {
        await using var gateway = await StartAsync(services => services.AddSingleton<IUpgradeGate>(new Nobody()));
        Assert.Equal(HttpStatusCode.PaymentRequired, await RefusalAsync(gateway));
        Assert.Equal(0, seats.Questions);
    }

    private Task<TestGateway> StartAsync(Action<IServiceCollection>? configure = null) => TestGateway.StartAsync(
        new() { ["Gateway:Seats:WaitWithin"] = "00:01:00", ["Gateway:Seats:ReportEvery"] = "00:00:00.250" },
        seats: seats,
        configure: configure,
        map: routes => routes.MapSockets("/seated", Begin, new Door(routes.ServiceProvider.GetRequiredService<SeatDirectory>())));

    private static ContestSocket Begin(HttpContext context, SpectatorSocket socket)
    {
        var services = context.RequestServices;
        return new ContestSocket(
            socket,
            services.GetRequiredService<FeedDirectory>(),
            services.GetRequiredService<SocketDialects>(),
            services.GetRequiredService<GatewayMetrics>(),
            null);
    }

    private static Uri AddressOf(TestGateway gateway) => new UriBuilder(gateway.Socket) { Path = "/seated" }.Uri;

    private static async Task<ClientWebSocket> ConnectAsync(TestGateway gateway)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(AddressOf(gateway), CancellationToken.None);
        return socket;
    }

    private static async Task<ClientWebSocket?> TryConnectAsync(TestGateway gateway)
    {
        try
        {
            return await ConnectAsync(gateway);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private static async Task<HttpStatusCode> RefusalAsync(TestGateway gateway)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(AddressOf(gateway), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    private sealed class Door(SeatDirectory seats) : IUpgradeGate
    {
        public async ValueTask<IResult?> RefuseAsync(HttpContext context) =>
            (await seats.TakeAsync(plan, context)).Seat is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : null;
    }

    private sealed class Nobody : IUpgradeGate
    {
        public ValueTask<IResult?> RefuseAsync(HttpContext context) => new(Results.StatusCode(StatusCodes.Status402PaymentRequired));
    }
}

using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using OrleansContest.Gateway.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class FeelingThePulse
{
    private readonly ManualClock clock = new();
    private readonly SocketOptions options = new();
    private readonly Heartbeat heartbeat;
    private long taken;

    public FeelingThePulse() => heartbeat = new Heartbeat(options, () => taken, clock);

    [Fact]
    public void Asks_who_has_been_silent_and_lets_be_who_answers()
    {
        Assert.Equal(Pulse.Beats, heartbeat.Look());
        for (var n = 0; n < 3; n++)
        {
            clock.Advance(options.PingEvery);
            Assert.Equal(Pulse.Ask, heartbeat.Look());
            clock.Advance(options.PongWithin / 2);
            Assert.Equal(Pulse.Beats, heartbeat.Look());
            heartbeat.Hear();
            clock.Advance(options.PongWithin);
            Assert.Equal(Pulse.Beats, heartbeat.Look());
            heartbeat.Hear();
        }
    }

    [Fact]
    public void Gives_up_who_neither_answers_nor_takes_anything()
    {
        clock.Advance(options.PingEvery);
        taken = 500;
        Assert.Equal(Pulse.Ask, heartbeat.Look());
        clock.Advance(options.PongWithin);
        Assert.Equal(Pulse.Gone, heartbeat.Look());
    }

    [Fact]
    public void Waits_for_who_still_takes_what_came_before_the_ping()
    {
        clock.Advance(options.PingEvery);
        Assert.Equal(Pulse.Ask, heartbeat.Look());
        for (var n = 0; n < 5; n++)
        {
            taken++;
            clock.Advance(options.PongWithin);
            Assert.Equal(Pulse.Beats, heartbeat.Look());
        }

        clock.Advance(options.PongWithin);
        Assert.Equal(Pulse.Gone, heartbeat.Look());
    }

    [LinuxFact]
    public async Task The_system_tells_what_the_peer_has_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var peer = new TcpClient();
        await peer.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var socket = await listener.AcceptSocketAsync();
        var features = new FeatureCollection();
        features.Set<IConnectionSocketFeature>(new Connected(socket));
        var wire = Wire.Of(Stream.Null, features);

        var before = wire.Taken;
        Assert.Equal(1000, wire.TryWrite(new byte[1000]));
        await Until.TrueAsync(() => wire.Taken == before + 1000);
        socket.Dispose();
        Assert.Equal(0, wire.Taken);
        Assert.Throws<ObjectDisposedException>(() => wire.TryWrite(new byte[1]));
        Assert.Equal(0, Wire.Of(Stream.Null, features).TryWrite(new byte[1]));
    }

    private sealed record Connected(Socket Socket) : IConnectionSocketFeature;
}

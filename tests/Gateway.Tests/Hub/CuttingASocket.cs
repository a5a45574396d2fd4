using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class CuttingASocket
{
    /// <summary>Whoever sweeps all sockets may come to one that is leaving.</summary>
    [Fact]
    public void Does_nothing_to_one_whose_request_has_just_ended()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var request = new DefaultHttpContext();
        var socket = new SpectatorSocket(request, new SocketOptions(), new GatewayMetrics(services.GetRequiredService<IMeterFactory>()), new ManualClock());
        request.Uninitialize();

        Assert.Throws<ObjectDisposedException>(request.Abort);
        socket.Abort();
    }
}

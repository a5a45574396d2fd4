using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansContest.Channels;
using OrleansContest.Gateway.Contests;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>A real server with the hub and nothing else, over a <see cref="FakeChannels"/>.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestGateway(WebApplication app, FakeChannels channels, FakeSeats seats) => (this.app, Channels, Seats) = (app, channels, seats);

    public FakeChannels Channels { get; }

    public FakeSeats Seats { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Uri Socket => new UriBuilder(Address) { Scheme = "ws", Path = "/ws" }.Uri;

    public static async Task<TestGateway> StartAsync(
        Dictionary<string, string?>? settings = null, TimeProvider? clock = null, HttpProtocols protocols = HttpProtocols.Http1,
        Action<IServiceCollection>? configure = null, FakeSeats? seats = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var channels = new FakeChannels();
        seats ??= new FakeSeats(clock ?? TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton<IChannels>(channels).AddSingleton<ISeats>(seats);
        builder.Services.AddHub(builder.Configuration).AddContestSocket();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapContestSocket();
        map?.Invoke(app);
        await app.StartAsync();
        return new TestGateway(app, channels, seats);
    }

    /// <summary>Tells the hub of a new contest, as who creates one does.</summary>
    public void TellOfNew(string contest) => app.Services.GetRequiredService<NewChannels>().Tell(new ChannelId("contest", contest));

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

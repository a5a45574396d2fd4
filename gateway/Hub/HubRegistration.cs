using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrleansContest.Gateway.Hub;

/// <summary>Adds the hub to a gateway.</summary>
internal static class HubRegistration
{
    /// <summary>Adds feeds, seats, sockets and their metrics. The engine's <see cref="Channels.IChannels"/> and <see cref="Channels.ISeats"/> must be registered too.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SocketOptions>().Bind(configuration.GetSection(SocketOptions.Section), Strictly).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.Section), Strictly).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SeatOptions>().Bind(configuration.GetSection(SeatOptions.Section), Strictly).ValidateDataAnnotations().ValidateOnStart();
        Wire.SetUp(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton<FeedTools>();
        services.AddSingleton<NewChannels>();
        services.AddSingleton<CombinedParts>();
        services.AddSingleton<SeatMetrics>();
        services.AddSingleton<SeatTools>();
        services.AddSingleton<SeatDirectory>();
        services.AddSingleton<FeedDirectory>();
        services.AddSingleton<SocketPlaces>();
        services.AddSingleton<SocketRegistry>();
        services.AddSingleton<SocketHost>();
        services.AddSingleton<StreamHost>();
        services.AddHostedService(provider => provider.GetRequiredService<SeatDirectory>());
        services.AddHostedService<SocketKeeper>();
        return services;
    }

    /// <summary>Serves sockets at an address, in the dialect of the conversations that <paramref name="begin"/> gives.</summary>
    /// <param name="routes">The gateway's addresses.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="begin">Called when a request has become a socket.</param>
    /// <param name="gate">Asked last before the upgrade, when there is a place for the socket; null where nothing more is to be asked.</param>
    public static IEndpointConventionBuilder MapSockets(
        this IEndpointRouteBuilder routes,
        [StringSyntax("Route")] string pattern,
        Func<HttpContext, SpectatorSocket, IConversation> begin,
        IUpgradeGate? gate = null)
    {
        var host = routes.ServiceProvider.GetRequiredService<SocketHost>();
        var serve = routes.CreateApplicationBuilder()
            .Use(next => context => host.SpliceAsync(context, next))
            .UseWebSockets()
            .Use(_ => context => host.RunAsync(context, begin, gate))
            .Build();
        return routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Connect], serve);
    }

    private static void Strictly(BinderOptions binder) => binder.ErrorOnUnknownConfiguration = true;
}

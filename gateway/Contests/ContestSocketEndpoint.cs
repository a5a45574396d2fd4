using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Contests;

/// <summary>Serves the contest-log dialect at <c>/ws</c>.</summary>
internal static class ContestSocketEndpoint
{
    /// <summary>Adds the channels that can be subscribed to; the hub itself is added by <see cref="HubRegistration.AddHub"/>.</summary>
    public static IServiceCollection AddContestSocket(this IServiceCollection services) =>
        services
            .AddSingleton<DialectFrames>()
            .AddSingleton<SocketDialects>()
            .AddSingleton<IFeedKind, ContestSocketFeeds>()
            .AddSingleton<IFeedKind, ContestSocketGlobal>();

    public static IEndpointConventionBuilder MapContestSocket(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var feeds = services.GetRequiredService<FeedDirectory>();
        var dialects = services.GetRequiredService<SocketDialects>();
        var metrics = services.GetRequiredService<GatewayMetrics>();
        return routes.MapSockets("/ws", (context, socket) =>
            new ContestSocket(socket, feeds, dialects, metrics, SinceOf(context.Request)));
    }

    /// <summary>A token in the query is not looked at: spectating is public.</summary>
    private static Cursor? SinceOf(HttpRequest request) =>
        request.Query["since"] is [{ } since, ..] ? DialectMessage.SinceOf(since) : null;
}

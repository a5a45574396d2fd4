using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Events;

/// <summary>Adds live events to a gateway.</summary>
internal static class EventParts
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services
            .AddSingleton<EveryEvent>()
            .AddSingleton<EventOfKey>()
            .AddSingleton<EventFrames>()
            .AddSingleton<EventAudience>()
            .AddSingleton<EventGate>()
            .AddSingleton<IFeedKind, EventFeeds>();

    public static void MapEventCalls(this IEndpointRouteBuilder routes, HttpOptions http)
    {
        routes.MapEvents();
        routes.MapEventAdministration();
        routes.MapEventIngest(http);
        routes.MapEventSocket();
    }

    private static void MapEventSocket(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var audience = services.GetRequiredService<EventAudience>();
        routes.MapSockets(
            "/api/v1/events/{eventId}/ws",
            (context, socket) => new EventSocket(socket, $"event:{context.Request.RouteValues["eventId"]}", SinceOf(context.Request), audience),
            services.GetRequiredService<EventGate>());
    }

    /// <summary>What cannot be read as a position is one that no channel has, so the answer is the full state.</summary>
    private static Cursor SinceOf(HttpRequest request) =>
        Position.TryParse(request.Query["since"], out var position) ? new Cursor(position.Epoch, position.Seq, position.Seq) : Cursor.None;
}

using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Events;

/// <summary>Adds live events to a gateway.</summary>
internal static class EventParts
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services.AddSingleton<EveryEvent>().AddSingleton<EventOfKey>();

    public static void MapEventCalls(this IEndpointRouteBuilder routes, HttpOptions http)
    {
        routes.MapEvents();
        routes.MapEventAdministration();
        routes.MapEventIngest(http);
    }
}

using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Adds pileups to a gateway.</summary>
internal static class PileupParts
{
    public static IServiceCollection AddPileups(this IServiceCollection services, PileupOptions options)
    {
        if (options.LooksUp)
        {
            services.AddSingleton<ICallbook, QrzCallbook>();
        }

        return services
            .AddSingleton(options)
            .AddSingleton<OperatorDoor>()
            .AddSingleton<PileupDirectory>()
            .AddSingleton<PileupOperations>()
            .AddSingleton<SystemOperations>()
            .AddSingleton<PileupFrames>()
            .AddSingleton<PileupStreamFrames>()
            .AddSingleton<PileupAudience>()
            .AddSingleton<PileupGate>()
            .AddSingleton<IFeedKind, PileupFeeds>()
            .AddSingleton<CallerLookup>()
            .AddHostedService(provider => provider.GetRequiredService<CallerLookup>());
    }

    public static void MapPileupCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapPileups();
        routes.MapPileupDoors();
    }
}

using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Settings;
using OrleansContest.Gateway.SocketIo;

namespace OrleansContest.Gateway.Matches;

/// <summary>Adds matches to a gateway.</summary>
internal static class MatchParts
{
    public static IServiceCollection AddMatches(this IServiceCollection services, GatewaySettings settings) =>
        services
            .AddSingleton<EveryMatch>()
            .AddSingleton<VoteFrames>()
            .AddSingleton<VoteConnections>()
            .AddSingleton<ISocketIoNamespace, VoteNamespace>()
            .AddSingleton<IFeedKind, MatchFeeds>()
            .AddSingleton(settings.Matches)
            .AddSingleton(new VoterHashes(settings.Matches.VoterKey, settings.Security.MasterKey));

    public static void MapMatchCalls(this IEndpointRouteBuilder routes, GatewaySettings settings)
    {
        routes.MapMatches();
        routes.MapMatchAdministration();
        routes.MapVote();
        routes.MapBulk();
        routes.MapSocketIo(settings.SocketIo);
    }
}

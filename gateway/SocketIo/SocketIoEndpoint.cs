using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>Serves Socket.IO 4 clients at <c>/socket.io/</c>, over the WebSocket transport.</summary>
internal static class SocketIoEndpoint
{
    private const string Path = "/socket.io";

    public static void MapSocketIo(this IEndpointRouteBuilder routes, SocketIoOptions options)
    {
        var services = routes.ServiceProvider;
        var namespaces = services.GetServices<ISocketIoNamespace>().ToDictionary(one => one.Path);
        var clock = services.GetRequiredService<TimeProvider>();
        routes.MapSockets(Path, (context, socket) => new SocketIoConversation(socket, context, namespaces, options, clock))
            .Add(route => route.RequestDelegate = RefuseOr(route.RequestDelegate!));
        routes.MapPost(Path, context => HandshakeRefusal.Of(context)!.ExecuteAsync(context)).ExcludeFromDescription();
    }

    private static RequestDelegate RefuseOr(RequestDelegate serve) =>
        context => HandshakeRefusal.Of(context) is { } refusal ? refusal.ExecuteAsync(context) : serve(context);
}

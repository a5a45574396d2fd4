using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>Where pileups are watched: by WebSocket at <c>/ws/connect</c>, by server-sent events at <c>/api/events/stream</c>.</summary>
internal static class PileupDoors
{
    public static void MapPileupDoors(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var tools = ActivatorUtilities.CreateInstance<PileupSocketTools>(services);
        routes.MapSockets(
            "/ws/connect",
            (context, socket) => new PileupSocket(
                socket, context.Connection.RemoteIpAddress, PileupDirectory.IdOf(context.Request)!, SinceOf(context.Request, "since"), tools),
            services.GetRequiredService<PileupGate>());
        routes.MapGet("/api/events/stream", StreamAsync).WithTags("Pileups").WithSummary("What happens in a pileup, as server-sent events")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
    }

    private static Task StreamAsync(HttpContext context, StreamHost host, PileupAudience audience, PileupStreamFrames frames, TimeProvider clock) =>
        PileupDirectory.IdOf(context.Request) is { } pileup
            ? host.RunAsync(context, socket => new PileupStream(socket, pileup, SinceOf(context.Request), audience, frames, clock))
            : PileupGate.NoSuchPileup.ExecuteAsync(context);

    /// <summary>Where a browser stands that comes back, or any client that knows how to say it.</summary>
    private static Cursor SinceOf(HttpRequest request) =>
        SinceOf(request.Headers["Last-Event-ID"]) is var last && last != Cursor.None ? last : SinceOf(request, "since");

    private static Cursor SinceOf(HttpRequest request, string name) => SinceOf(request.Query[name]);

    /// <summary>What cannot be read as a position is one that no pileup has, so the answer is the full state.</summary>
    private static Cursor SinceOf(string? text) =>
        Position.TryParse(text, out var position) ? new Cursor(position.Epoch, position.Seq, position.Seq) : Cursor.None;
}

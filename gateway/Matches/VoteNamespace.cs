using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.SocketIo;

namespace OrleansContest.Gateway.Matches;

/// <summary>The Socket.IO namespace <c>/votes</c>: who is in it joins matches and is told of their votes.</summary>
internal sealed class VoteNamespace(FeedDirectory feeds, VoteFrames dialect, VoteConnections connections, GatewayMetrics metrics) : ISocketIoNamespace
{
    public const string Path = "/votes";

    string ISocketIoNamespace.Path => Path;

    public ISocketIoSession Enter(SpectatorSocket socket, HttpContext request) =>
        new VoteSession(socket, feeds, new VariantKey(dialect, LatestUpdates.Only), metrics, connections.Take(request.Connection.RemoteIpAddress), SinceOf(request));

    /// <summary>What cannot be read as a position is one that no match has, so the answer is the full state.</summary>
    private static Cursor SinceOf(HttpContext request) =>
        Position.TryParse(request.Request.Query["since"], out var position) ? new Cursor(position.Epoch, position.Seq, position.Seq) : Cursor.None;
}

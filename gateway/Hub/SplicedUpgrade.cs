using Microsoft.AspNetCore.Http.Features;

namespace OrleansContest.Gateway.Hub;

/// <summary>Stands before the server's upgrade and gives the framework a <see cref="SplicedStream"/> instead of the connection.</summary>
/// <remarks>The server's upgrade completes when the 101 answer has gone to the socket, so no frame of ours overtakes it.</remarks>
internal sealed class SplicedUpgrade(IHttpUpgradeFeature server, SpectatorSocket socket, IFeatureCollection features) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => server.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync()
    {
        var connection = await server.UpgradeAsync();
        socket.Writer.Attach(Wire.Of(connection, features));
        return new SplicedStream(connection, socket);
    }
}

/// <summary>The same for HTTP/2, where a socket is a stream opened by CONNECT (RFC 8441).</summary>
internal sealed class SplicedConnect(IHttpExtendedConnectFeature server, SpectatorSocket socket) : IHttpExtendedConnectFeature
{
    public bool IsExtendedConnect => server.IsExtendedConnect;

    public string? Protocol => server.Protocol;

    public async ValueTask<Stream> AcceptAsync()
    {
        var connection = await server.AcceptAsync();
        socket.Writer.Attach(new Wire(connection));
        return new SplicedStream(connection, socket);
    }
}

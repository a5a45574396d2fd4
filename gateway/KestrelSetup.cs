using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway;

/// <summary>Where the server listens, and its bounds.</summary>
internal static class KestrelSetup
{
    public static void Apply(KestrelServerOptions server, GatewayOptions gateway, HttpOptions http, ConnectionLimit connections)
    {
        server.AddServerHeader = false;
        SetLimits(server.Limits, http);
        if (gateway.Address == "*")
        {
            server.ListenAnyIP(gateway.Port, Configure);
        }
        else
        {
            server.Listen(IPAddress.Parse(gateway.Address), gateway.Port, Configure);
        }

        void Configure(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => connections.InvokeAsync(connection, next));
        }
    }

    private static void SetLimits(KestrelServerLimits limits, HttpOptions http)
    {
        limits.MaxConcurrentConnections = http.Connections;
        limits.MaxConcurrentUpgradedConnections = http.Connections;
        limits.MaxRequestBodySize = http.JsonBytes;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(http.HeadersWithinSeconds);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(http.KeepAliveSeconds);
        limits.MinRequestBodyDataRate = new MinDataRate(http.BodyBytesPerSecond, TimeSpan.FromSeconds(5));
    }
}

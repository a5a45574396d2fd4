using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;

namespace OrleansContest.Gateway.Hub;

/// <summary>Turns requests into sockets, and keeps each until it closes.</summary>
internal sealed class SocketHost(
    IEnumerable<IUpgradeGate> gates, SocketRegistry registry, IOptions<SocketOptions> options, GatewayMetrics metrics, TimeProvider clock,
    ILogger<SocketHost> logger)
{
    private readonly IUpgradeGate[] gates = [.. gates];

    /// <summary>Runs before the framework's WebSocket middleware, which takes its upgrade from the request's features.</summary>
    public Task SpliceAsync(HttpContext context, RequestDelegate next)
    {
        var socket = new SpectatorSocket(context, options.Value, metrics, clock);
        var features = context.Features;
        features.Set(socket);
        if (features.Get<IHttpUpgradeFeature>() is { } upgrade)
        {
            features.Set<IHttpUpgradeFeature>(new SplicedUpgrade(upgrade, socket, features));
        }

        if (features.Get<IHttpExtendedConnectFeature>() is { } connect)
        {
            features.Set<IHttpExtendedConnectFeature>(new SplicedConnect(connect, socket));
        }

        return next(context);
    }

    /// <summary>Runs after that middleware: accepts the socket, or says why not.</summary>
    public async Task RunAsync(HttpContext context, Func<HttpContext, SpectatorSocket, IConversation> begin, IUpgradeGate? gate)
    {
        if (await RefuseAsync(context) is { } refusal)
        {
            await AnswerAsync(context, refusal);
            return;
        }

        var socket = context.Features.GetRequiredFeature<SpectatorSocket>();
        try
        {
            if (gate is not null && await gate.RefuseAsync(context) is { } last)
            {
                await AnswerAsync(context, last);
                return;
            }

            await ConverseAsync(context, socket, begin(context, socket));
        }
        finally
        {
            registry.Remove(socket, context.Connection);
        }
    }

    private Task AnswerAsync(HttpContext context, IResult refusal)
    {
        metrics.ConnectionRefused();
        return refusal.ExecuteAsync(context);
    }

    /// <summary>Asks what all addresses ask, and keeps a place.</summary>
    private async ValueTask<IResult?> RefuseAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.SecWebSocketVersion = "13";
            context.Response.Headers.Upgrade = "websocket";
            return UpgradeRefusals.NotAWebSocket;
        }

        foreach (var gate in gates)
        {
            if (await gate.RefuseAsync(context) is { } refusal)
            {
                return refusal;
            }
        }

        return registry.Reserve(context.Connection);
    }

    private async Task ConverseAsync(HttpContext context, SpectatorSocket socket, IConversation conversation)
    {
        // A stalled socket is our own sweep's to judge.
        context.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            // The sweep does that for all: no timer each, and who is slow is told from who is gone.
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            // "Dangerous" where secrets stand beside what a stranger says; what we send is for everybody.
            DangerousEnableCompression = options.Value.Compress && Compression.IsOfferedBy(context.Request),
            DisableServerContextTakeover = true,
        });
        socket.Writer.Deflates = Compression.IsAgreed(context.Response);
        socket.Attach(webSocket);
        conversation.Open();
        registry.Add(socket, conversation);
        try
        {
            await ReadAsync(webSocket, socket, conversation);
        }
        finally
        {
            conversation.End();
            socket.Close(WebSocketCloseStatus.NormalClosure, "");
            await socket.ClosedAsync();
        }
    }

    /// <summary>Reads to the peer's close; where the peer broke the protocol, the framework has answered with the code that says so.</summary>
    private async Task ReadAsync(WebSocket webSocket, SpectatorSocket socket, IConversation conversation)
    {
        try
        {
            await new SocketReader(webSocket, socket, conversation).ReadToCloseAsync();
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            HubLog.Broken(logger, fault);
            await socket.BreakAsync();
        }
        catch (Exception fault)
        {
            HubLog.Unforeseen(logger, fault);
            socket.Close(WebSocketCloseStatus.InternalServerError, "The gateway failed");
        }
    }
}

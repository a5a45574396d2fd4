using System.Net.WebSockets;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;

namespace OrleansContest.Gateway.Hub;

/// <summary>Turns requests into streams of server-sent events, and keeps each until it ends. A stream counts as a socket, and is bounded like one.</summary>
internal sealed class StreamHost(SocketRegistry registry, IOptions<SocketOptions> options, GatewayMetrics metrics, TimeProvider clock)
{
    public async Task RunAsync(HttpContext context, Func<SpectatorSocket, IConversation> begin)
    {
        if (registry.Reserve(context.Connection) is { } refusal)
        {
            metrics.ConnectionRefused();
            await refusal.ExecuteAsync(context);
            return;
        }

        var socket = new SpectatorSocket(context, options.Value, metrics, clock);
        try
        {
            await TellAsync(context, socket, begin(socket));
        }
        finally
        {
            registry.Remove(socket, context.Connection);
        }
    }

    private async Task TellAsync(HttpContext context, SpectatorSocket socket, IConversation conversation)
    {
        await BeginAsync(context);
        var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        socket.Attach(ending);
        socket.Writer.Attach(new Wire(context.Response.Body));
        await using var gone = context.RequestAborted.Register(() => ending.TrySetResult());
        conversation.Open();
        registry.Add(socket, conversation);
        try
        {
            await ending.Task;
        }
        finally
        {
            conversation.End();
            socket.Close(WebSocketCloseStatus.NormalClosure, "");
            await EndAsync(socket);
        }
    }

    /// <summary>Sends the headers, and says to whoever stands between that what follows is neither to be kept back nor to be changed.</summary>
    private static async Task BeginAsync(HttpContext context)
    {
        // A stalled stream is our own sweep's to judge.
        context.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>When this completes, nothing writes to the response any more.</summary>
    private static async Task EndAsync(SpectatorSocket socket)
    {
        await socket.ClosedAsync();
        socket.Outbox.Break();
        await socket.Writer.FlushedAsync();
    }
}

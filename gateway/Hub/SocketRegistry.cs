using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.Options;

namespace OrleansContest.Gateway.Hub;

/// <summary>Every open socket of this gateway, and how many there may be.</summary>
internal sealed class SocketRegistry(
    SocketPlaces places, IOptions<SocketOptions> options, GatewayMetrics metrics, TimeProvider clock, ILogger<SocketRegistry> logger)
{
    private readonly ConcurrentDictionary<SpectatorSocket, IConversation> open = new();
    private readonly TaskCompletionSource emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isStopping;

    /// <summary>Keeps a place for a socket.</summary>
    /// <returns>Why there is none; null when there is.</returns>
    public IResult? Reserve(ConnectionInfo connection)
    {
        var refusal = isStopping ? UpgradeRefusals.Stopping : places.TryTake(connection.RemoteIpAddress);
        if (refusal is null)
        {
            metrics.ConnectionOpened();
        }

        return refusal;
    }

    public void Add(SpectatorSocket socket, IConversation conversation)
    {
        open[socket] = conversation;
        if (isStopping)
        {
            SayFarewell(socket, conversation);
        }
    }

    public void Remove(SpectatorSocket socket, ConnectionInfo connection)
    {
        open.TryRemove(socket, out _);
        metrics.ConnectionClosed();
        if (places.Release(connection.RemoteIpAddress) == 0 && isStopping)
        {
            emptied.TrySetResult();
        }
    }

    /// <summary>Looks at every socket. One at which that fails is cut, and the others are looked at all the same.</summary>
    public void Sweep()
    {
        foreach (var (socket, _) in open)
        {
            try
            {
                socket.Sweep();
            }
            catch (Exception fault)
            {
                HubLog.Unforeseen(logger, fault);
                socket.Abort();
            }
        }
    }

    /// <summary>Tells every client to come back and closes its socket, all at once; cuts those that take too long.</summary>
    public async Task StopAsync()
    {
        isStopping = true;
        foreach (var (socket, conversation) in open)
        {
            SayFarewell(socket, conversation);
        }

        if (places.Taken > 0)
        {
            await Task.WhenAny(emptied.Task, Task.Delay(options.Value.StopWithin, clock));
        }

        foreach (var (socket, _) in open)
        {
            socket.Abort();
        }
    }

    private static void SayFarewell(SpectatorSocket socket, IConversation conversation)
    {
        socket.Answer(conversation.Farewell);
        socket.Close(WebSocketCloseStatus.EndpointUnavailable, "The gateway is stopping");
    }
}

using System.Text;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.Bench.Fanout;

/// <summary>Everyone who watches one server, in this process.</summary>
internal sealed class Spectators(IFanoutServer server) : IFrameHandler, IDisposable
{
    private const int connectingAtATime = 32;
    private const int welcomeWithin = 64;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly List<WebSocketConnection> connections = [];
    private readonly byte[] welcome = Encoding.UTF8.GetBytes(server.Welcome ?? "");
    private readonly SemaphoreSlim welcomed = new(0);
    private IFrameHandler? receipts;
    private bool isOver;

    public int Count => connections.Count;

    /// <summary>From now on messages count.</summary>
    public void Begin(IFrameHandler next) => Volatile.Write(ref receipts, next);

    /// <summary>More of them come, and are there when this is done.</summary>
    public async Task ConnectAsync(int more)
    {
        using var stop = new CancellationTokenSource(patience);
        for (var left = more; left > 0; left -= connectingAtATime)
        {
            var wave = Enumerable.Range(0, Math.Min(left, connectingAtATime)).Select(_ => ConnectAsync(stop.Token));
            connections.AddRange(await Task.WhenAll(wave));
        }

        for (var left = server.Welcome is null ? 0 : more; left > 0; left--)
        {
            await welcomed.WaitAsync(stop.Token);
        }
    }

    public void Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt)
    {
        // Engine.IO's heartbeat is a message.
        if (message is [(byte)'2'])
        {
            from.Send("3"u8);
        }
        else if (welcome.Length > 0 && message[..Math.Min(message.Length, welcomeWithin)].IndexOf(welcome) >= 0)
        {
            welcomed.Release();
        }
        else
        {
            Volatile.Read(ref receipts)?.Take(from, message, receivedAt);
        }
    }

    public void Closed(WebSocketConnection from, CloseReason reason)
    {
        if (!isOver)
        {
            Volatile.Read(ref receipts)?.Closed(from, reason);
        }
    }

    public void Dispose()
    {
        isOver = true;
        connections.ForEach(connection => connection.Abort());
        welcomed.Dispose();
    }

    private async Task<WebSocketConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await WebSocketConnection.ConnectAsync(server.Plan, this, cancellationToken);
        if (server.Greeting is { } greeting)
        {
            connection.Send(Encoding.UTF8.GetBytes(greeting));
        }

        return connection;
    }
}

using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace OrleansContest.Bench.Cluster;

/// <summary>A spectator that does nothing but look at each message and when it came. It comes back when its socket breaks.</summary>
/// <param name="port">The gateway's port.</param>
/// <param name="contest">What it watches.</param>
/// <param name="seen">Is told of each message: its text, and the moment as <see cref="Stopwatch"/> has it.</param>
internal sealed class Watcher(int port, string contest, Action<ReadOnlyMemory<byte>, long> seen)
{
    private readonly TaskCompletionSource subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] buffer = new byte[64 * 1024];

    /// <summary>Done when the first message has come.</summary>
    public Task Subscribed => subscribed.Task;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws"), stop);
                var subscribe = Encoding.UTF8.GetBytes($$"""{"type":"subscribe","channel":"contest:{{contest}}"}""");
                await socket.SendAsync(subscribe, WebSocketMessageType.Text, true, stop);
                await WatchAsync(socket, stop);
            }
            catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException)
            {
                await Task.Yield();
            }
        }
    }

    private static bool IsError(ReadOnlySpan<byte> message) => message.StartsWith("{\"type\":\"error\""u8);

    private async Task WatchAsync(ClientWebSocket socket, CancellationToken stop)
    {
        for (var length = 0; ;)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var received = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close || IsError(buffer.AsSpan(0, length)))
            {
                return;
            }

            if (received.EndOfMessage)
            {
                seen(buffer.AsMemory(0, length), Stopwatch.GetTimestamp());
                subscribed.TrySetResult();
                length = 0;
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A spectator that comes back, to any gateway, whenever its socket breaks, and checks every message it gets.</summary>
/// <param name="contest">What it watches.</param>
/// <param name="gateways">Where it may connect; asked anew for each attempt.</param>
/// <param name="truth">What every spectator has seen at each number: the same for all.</param>
internal sealed class WatchingSpectator(string contest, Func<ContestProcess> gateways, ConcurrentDictionary<long, int> truth)
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private string epoch = "";

    /// <summary>The number of the last update it has seen.</summary>
    public long Seq { get; private set; } = -1;

    /// <summary>What was wrong, the first time; null while all is well.</summary>
    public string? Wrong { get; private set; }

    public int Connections { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && Wrong is null)
        {
            try
            {
                using var socket = new ClientWebSocket();
                await ConnectAsync(socket, stop);
                await WatchAsync(socket, stop);
            }
            catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task ConnectAsync(ClientWebSocket socket, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{gateways().Port}/ws"), patience.Token);
        var since = Seq >= 0 ? $",\"since\":\"{epoch}:{Seq}\"" : "";
        var subscribe = Encoding.UTF8.GetBytes($"{{\"type\":\"subscribe\",\"channel\":\"contest:{contest}\"{since}}}");
        await socket.SendAsync(subscribe, WebSocketMessageType.Text, true, patience.Token);
        Connections++;
    }

    private async Task WatchAsync(ClientWebSocket socket, CancellationToken stop)
    {
        for (var length = 0; ;)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (received.EndOfMessage && !Check(buffer.AsMemory(0, length)))
            {
                return;
            }

            length = received.EndOfMessage ? 0 : length;
        }
    }

    /// <returns>False when the subscription was not taken and is to be tried again.</returns>
    private bool Check(ReadOnlyMemory<byte> message)
    {
        using var parsed = JsonDocument.Parse(message);
        var root = parsed.RootElement;
        var type = root.GetProperty("type").GetString();
        if (root.TryGetProperty("seq", out var number))
        {
            Check(root, number.GetInt64(), isFull: type == "full");
        }

        return type != "error";
    }

    private void Check(JsonElement root, long seq, bool isFull)
    {
        long? prev = root.TryGetProperty("prev", out var named) ? named.GetInt64() : null;
        var follows = isFull ? seq >= Seq : (prev ?? seq - 1) == Seq;
        if (!follows)
        {
            Wrong ??= $"{seq} (prev {prev}) came after {Seq}";
        }

        if (!isFull && prev is null && truth.GetOrAdd(seq, _ => HashOf(root)) != HashOf(root))
        {
            Wrong ??= $"{seq} is not what others saw";
        }

        epoch = root.GetProperty("epoch").GetString()!;
        Seq = seq;
    }

    private static int HashOf(JsonElement root) => string.GetHashCode(root.GetProperty("data").GetRawText(), StringComparison.Ordinal);
}

using System.Net.WebSockets;

namespace OrleansContest.Bench.Import;

/// <summary>A browser's worth of a spectator: one socket, subscribed to one contest.</summary>
internal sealed class Spectator(Uri address, string contest) : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private byte[] buffer = new byte[64 * 1024];

    public SpectatorState State { get; } = new();

    public long Bytes { get; private set; }

    public async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(address, cancellationToken);
        var subscribe = System.Text.Encoding.UTF8.GetBytes($$"""{"type":"subscribe","channel":"contest:{{contest}}"}""");
        await socket.SendAsync(subscribe, WebSocketMessageType.Text, true, cancellationToken);
        await ReachAsync(0, cancellationToken);
    }

    /// <summary>Takes messages until the state is at a position.</summary>
    public async Task ReachAsync(long seq, CancellationToken cancellationToken)
    {
        while (State.Seq < seq)
        {
            State.Take(await ReceiveAsync(cancellationToken));
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += received.Count;
            if (received.EndOfMessage)
            {
                Bytes += length;
                return buffer.AsMemory(0, length);
            }
        }
    }
}

using System.Buffers;
using System.Net.WebSockets;

namespace OrleansContest.Gateway.Hub;

/// <summary>Reads what a client sends, within its limits, until it closes. Holds no memory while nothing comes.</summary>
internal sealed class SocketReader(WebSocket webSocket, SpectatorSocket socket, IConversation conversation)
{
    private const int UsualBytes = 4 << 10;

    /// <summary>A message in more pieces than this counts as several.</summary>
    private const int PiecesPerMessage = 64;

    private byte[] buffer = [];

    public async Task ReadToCloseAsync()
    {
        while (await ReceiveAsync(Memory<byte>.Empty) is { MessageType: not WebSocketMessageType.Close } begin)
        {
            buffer = ArrayPool<byte>.Shared.Rent(UsualBytes);
            try
            {
                var (end, length) = await ReadMessageAsync(begin);
                if (end.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                await TakeAsync(end.MessageType, buffer.AsMemory(0, length));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async ValueTask<(ValueWebSocketReceiveResult End, int Length)> ReadMessageAsync(ValueWebSocketReceiveResult piece)
    {
        var length = 0;
        for (var pieces = 1; !piece.EndOfMessage; pieces++)
        {
            GrowIfFull(length);
            piece = await ReceiveAsync(buffer.AsMemory(length, Math.Min(buffer.Length - length, SocketOptions.MaxMessageBytes + 1 - length)));
            length += piece.Count;
            if (length > SocketOptions.MaxMessageBytes)
            {
                socket.Close(WebSocketCloseStatus.MessageTooBig, "A message may have 64 KiB");
            }

            if (pieces % PiecesPerMessage == 0)
            {
                MaySpeak();
            }

            length = socket.IsClosing ? 0 : length;
        }

        return (piece, length);
    }

    private ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> room) => webSocket.ReceiveAsync(room, CancellationToken.None);

    private ValueTask TakeAsync(WebSocketMessageType type, ReadOnlyMemory<byte> message)
    {
        socket.Heard();
        if (type == WebSocketMessageType.Binary)
        {
            socket.Close(WebSocketCloseStatus.InvalidMessageType, "Text messages only");
        }

        return !socket.IsClosing && MaySpeak() ? conversation.HearAsync(message) : ValueTask.CompletedTask;
    }

    private bool MaySpeak()
    {
        var allowance = socket.Rate.Spend();
        if (allowance == Allowance.Exceeded && conversation.TooManyMessages is { } answer)
        {
            socket.Answer(answer);
        }
        else if (allowance == Allowance.Exhausted)
        {
            socket.CloseForTalking();
        }

        return allowance == Allowance.Granted;
    }

    private void GrowIfFull(int length)
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }
}

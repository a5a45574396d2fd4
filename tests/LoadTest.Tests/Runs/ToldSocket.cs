using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>A server's end of a socket, which sends what it is given in order.</summary>
internal sealed class ToldSocket
{
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private readonly Task sending;
    private bool isOver;

    public ToldSocket(WebSocket socket) => sending = SendAsync(socket);

    public void Say(string message) => messages.Writer.TryWrite(message);

    /// <summary>Says the last message, and closes with 1000.</summary>
    public void SayLast(string message)
    {
        Say(message);
        Volatile.Write(ref isOver, true);
        messages.Writer.TryComplete();
    }

    public Task EndAsync()
    {
        messages.Writer.TryComplete();
        return sending;
    }

    private async Task SendAsync(WebSocket socket)
    {
        try
        {
            await foreach (var message in messages.Reader.ReadAllAsync())
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
            }

            if (Volatile.Read(ref isOver))
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "Contest ended", CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException)
        {
            // It has vanished.
        }
    }
}

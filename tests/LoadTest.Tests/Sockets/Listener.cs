using System.Text;
using System.Threading.Channels;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Tests.Sockets;

/// <summary>Keeps what a connection receives, for a test to wait for.</summary>
internal sealed class Listener : IFrameHandler
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<CloseReason> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Take(WebSocketConnection from, ReadOnlySpan<byte> message, long receivedAt) => messages.Writer.TryWrite(Encoding.UTF8.GetString(message));

    public void Closed(WebSocketConnection from, CloseReason reason)
    {
        messages.Writer.TryComplete();
        closed.TrySetResult(reason);
    }

    public async Task<string> NextAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        return await messages.Reader.ReadAsync(deadline.Token);
    }

    public Task<CloseReason> ClosedAsync() => closed.Task.WaitAsync(patience);
}

using System.Text;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Tests.Sockets;

/// <summary>Keeps what a stream says.</summary>
internal sealed class StreamListener : IStreamHandler
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> All { get; } = [];

    public void Take(EventStream from, ReadOnlySpan<byte> data, long receivedAt) => All.Add(Encoding.UTF8.GetString(data));

    public void Ended(EventStream from, CloseReason reason) => ended.TrySetResult();

    public Task EndedAsync() => ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
}

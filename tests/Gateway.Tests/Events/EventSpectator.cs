using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using OrleansContest.Channels;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>A spectator of the live-event contract, who checks that no number is left out or repeated.</summary>
internal sealed class EventSpectator : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly Channel<JsonObject> received = Channel.CreateUnbounded<JsonObject>();
    private Task reading = Task.CompletedTask;
    private EventClient? picture;
    private string? epoch;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseDescription => socket.CloseStatusDescription;

    public long Seq { get; private set; }

    public string Since => $"{epoch}:{Seq}";

    /// <summary>Bytes of the last message.</summary>
    public int Size { get; private set; }

    /// <param name="address">Where.</param>
    /// <param name="earlier">The spectator who comes back here with what it has.</param>
    public static async Task<EventSpectator> ConnectAsync(Uri address, EventSpectator? earlier = null)
    {
        var spectator = new EventSpectator();
        if (earlier is not null)
        {
            (spectator.picture, spectator.epoch, spectator.Seq) = (earlier.picture, earlier.epoch, earlier.Seq);
            address = new UriBuilder(address) { Query = $"since={earlier.Since}" }.Uri;
        }

        using var deadline = new CancellationTokenSource(patience);
        await spectator.socket.ConnectAsync(address, deadline.Token);
        spectator.reading = spectator.ReadAsync();
        return spectator;
    }

    /// <summary>What it shows now.</summary>
    public string Shows() => picture!.Shows();

    public async Task<JsonObject> NextAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        var message = await received.Reader.ReadAsync(deadline.Token);
        Take(message);
        return message;
    }

    /// <summary>Reads until it shows that.</summary>
    /// <param name="expected">What it shows in the end.</param>
    /// <param name="seq">The number before which it cannot.</param>
    public async Task ShowsAsync(string expected, long seq = 0)
    {
        while (picture is null || Seq < seq || Shows() != expected)
        {
            await NextAsync();
        }
    }

    public Task SayAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Reads what comes until the server closes.</summary>
    public async Task<(WebSocketCloseStatus?, string?)> ClosedAsync()
    {
        await reading.WaitAsync(patience);
        return (CloseStatus, CloseDescription);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private void Take(JsonObject message)
    {
        var (type, data) = ((string)message["type"]!, Encoding.UTF8.GetBytes(message["data"]?.ToJsonString() ?? "{}"));
        Size = Encoding.UTF8.GetByteCount(message.ToJsonString());
        if (message["seq"] is { } number)
        {
            var prev = (long?)message["prev"] ?? (type == "full" ? Seq : (long)number - 1);
            Assert.True(prev == Seq, $"{Since} is not followed by {message.ToJsonString()}");
            (epoch, Seq) = ((string)message["epoch"]!, (long)number);
        }

        if (type == "shutdown")
        {
            return;
        }

        if (type == "full" && picture is null)
        {
            picture = new EventClient(data);
        }
        else
        {
            picture!.See(new UpdateDraft(type, data), () => throw new InvalidOperationException("Nothing here calls for reading again."));
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var buffer = new byte[1 << 16];
            var message = new MemoryStream();
            while (true)
            {
                var piece = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }

                await message.WriteAsync(buffer.AsMemory(0, piece.Count));
                if (piece.EndOfMessage)
                {
                    received.Writer.TryWrite(JsonNode.Parse(message.ToArray())!.AsObject());
                    message.SetLength(0);
                }
            }

            received.Writer.Complete();
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            received.Writer.Complete(fault);
        }
    }
}

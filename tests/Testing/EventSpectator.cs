using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using OrleansContest.Channels;
using Xunit;

namespace OrleansContest.Testing;

/// <summary>A spectator of the live-event contract, who checks that no number is left out or repeated.</summary>
public sealed class EventSpectator : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly Channel<(JsonObject Message, int Size)> received = Channel.CreateUnbounded<(JsonObject Message, int Size)>();
    private Task reading = Task.CompletedTask;
    private EventClient? picture;
    private FiguresShown? figures;
    private string? epoch;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseDescription => socket.CloseStatusDescription;

    public long Seq { get; private set; }

    public string Since => $"{epoch}:{Seq}";

    /// <summary>Bytes of the last message as it came.</summary>
    public int Size { get; private set; }

    /// <param name="address">Where.</param>
    /// <param name="earlier">The spectator who comes back here with what it has.</param>
    /// <param name="figures">Looks at every figure it is shown, if anybody does.</param>
    public static async Task<EventSpectator> ConnectAsync(Uri address, EventSpectator? earlier = null, FiguresShown? figures = null)
    {
        var spectator = new EventSpectator { figures = figures };
        if (earlier is not null)
        {
            (spectator.picture, spectator.epoch, spectator.Seq) = (earlier.picture, earlier.epoch, earlier.Seq);
            spectator.figures = figures ?? earlier.figures;
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
        var next = await received.Reader.ReadAsync(deadline.Token);
        Take(next);
        return next.Message;
    }

    /// <summary>Takes what has come by now.</summary>
    /// <returns>What it shows then; null while it was not shown anything.</returns>
    public string? ShowsByNow()
    {
        while (received.Reader.TryRead(out var next))
        {
            Take(next);
        }

        return picture?.Shows();
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

    private void Take((JsonObject, int) next)
    {
        (var message, Size) = next;
        var (type, data) = ((string)message["type"]!, Encoding.UTF8.GetBytes(message["data"]?.ToJsonString() ?? "{}"));
        figures?.See(message);
        if (message["seq"] is { } number)
        {
            var prev = (long?)message["prev"] ?? (type == "full" ? Seq : (long)number - 1);
            Assert.True(prev == Seq, $"{Since} is not followed by {message.ToJsonString()}");
            (epoch, Seq) = ((string)message["epoch"]!, (long)number);
        }

        // What it shows after a refresh is out of date until it comes back anew: that is the test's business.
        if (type == "full" && picture is null)
        {
            picture = new EventClient(data);
        }
        else if (type is not ("shutdown" or "refresh"))
        {
            picture!.See(new UpdateDraft(type, data), () => throw new UnreachableException());
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
                    received.Writer.TryWrite((JsonNode.Parse(message.ToArray())!.AsObject(), (int)message.Length));
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

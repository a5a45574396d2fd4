using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>A strict client: reads everything at once, and insists that each update follows on the one before.</summary>
internal sealed class Spectator : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket socket = new();
    private readonly Channel<JsonObject> received = Channel.CreateUnbounded<JsonObject>();
    private readonly Dictionary<string, Chain> chains = [];
    private readonly SemaphoreSlim mayRead = new(1, 1);
    private readonly CancellationTokenSource gone = new();
    private Task reading = Task.CompletedTask;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseDescription => socket.CloseStatusDescription;

    public static async Task<Spectator> ConnectAsync(Uri address, Action<ClientWebSocketOptions>? configure = null, HttpMessageInvoker? invoker = null)
    {
        var spectator = new Spectator();
        configure?.Invoke(spectator.socket.Options);
        using var deadline = new CancellationTokenSource(patience);
        await spectator.socket.ConnectAsync(address, invoker, deadline.Token);
        spectator.reading = spectator.ReadAsync();
        Assert.Equal("connected", (string?)(await spectator.NextAsync())["type"]);
        return spectator;
    }

    /// <summary>Connects and subscribes, up to the answer.</summary>
    public static async Task<Spectator> OfAsync(TestGateway gateway, string channel, string more = "")
    {
        var spectator = await ConnectAsync(gateway.Socket);
        await spectator.SubscribeAsync(channel, more);
        return spectator;
    }

    /// <summary>Connects and subscribes as one who has been here before.</summary>
    public static async Task<Spectator> ReturnAsync(TestGateway gateway, string channel, Chain chain, string more = "")
    {
        var spectator = await ConnectAsync(gateway.Socket);
        spectator.chains[channel] = chain;
        await spectator.SubscribeAsync(channel, $""","since":"{chain.Since}"{more}""");
        return spectator;
    }

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SayAsync(byte[] message, WebSocketMessageType type) => socket.SendAsync(message, type, true, CancellationToken.None);

    public async Task SubscribeAsync(string channel, string more = "")
    {
        await SayAsync($$"""{"type":"subscribe","channel":"{{channel}}"{{more}}}""");
        Assert.Equal("subscribed", (string?)(await NextAsync(message => message["type"]!.GetValue<string>() is "subscribed" or "error"))["type"]);
        ChainOf(channel).IsNew = true;
    }

    /// <summary>The next message as it is.</summary>
    public async Task<JsonObject> NextUncheckedAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        return await received.Reader.ReadAsync(deadline.Token);
    }

    /// <summary>The next message, checked for its place in the chain.</summary>
    public async Task<JsonObject> NextAsync()
    {
        var message = await NextUncheckedAsync();
        if (message["seq"] is not null)
        {
            ChainOf((string)message["channel"]!).Take(message);
        }

        return message;
    }

    /// <summary>The next message that is wanted; those before are checked and let go.</summary>
    public async Task<JsonObject> NextAsync(Func<JsonObject, bool> isWanted)
    {
        JsonObject message;
        do
        {
            message = await NextAsync();
        }
        while (!isWanted(message));

        return message;
    }

    public Task<JsonObject> NextAsync(string type) => NextAsync(message => (string?)message["type"] == type);

    /// <summary>Reads until the channel's updates have come to a number.</summary>
    public async Task ReachAsync(string channel, long seq)
    {
        while (ChainOf(channel).Seq < seq)
        {
            await NextAsync();
        }
    }

    /// <summary>Asserts that nothing more of the server's has come, up to its answer to a ping.</summary>
    public async Task HearsNothingAsync()
    {
        await SayAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", (await NextAsync()).ToJsonString());
    }

    public Chain ChainOf(string channel) => chains.TryGetValue(channel, out var chain) ? chain : chains[channel] = new Chain();

    /// <summary>Completes when the server has closed, or broken off.</summary>
    public Task ClosedAsync() => reading.WaitAsync(patience);

    /// <summary>Stops reading from the network until the result is released.</summary>
    public async Task<SemaphoreSlim> PauseAsync()
    {
        await mayRead.WaitAsync(patience);
        return mayRead;
    }

    /// <summary>Goes away without a word.</summary>
    public void Vanish() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await gone.CancelAsync();
        await reading;
        socket.Dispose();
        gone.Dispose();
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
                await mayRead.WaitAsync(gone.Token);
                mayRead.Release();
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
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or JsonException or ObjectDisposedException)
        {
            received.Writer.Complete(fault);
        }
    }
}

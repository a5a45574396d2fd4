using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>A WebSocket client that reads a frame when it is told to, and checks the numbers of events.</summary>
internal sealed class PileupClient : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[1 << 20];

    public PileupChain Chain { get; private set; } = new();

    public JsonObject Greeting { get; private set; } = null!;

    /// <summary>Connects, up to the greeting.</summary>
    public static async Task<PileupClient> ConnectAsync(Uri address)
    {
        var client = await OpenAsync(address);
        client.Greeting = await client.NextAsync();
        Assert.Equal("connected", (string?)client.Greeting["event"]);
        return client;
    }

    /// <summary>Connects as one who has been here before, and is not greeted.</summary>
    public static async Task<PileupClient> ReturnAsync(Uri address, string position)
    {
        var client = await OpenAsync(new Uri($"{address}&since={position}"));
        client.Chain = PileupChain.At(position);
        return client;
    }

    public static async Task<PileupClient> OpenAsync(Uri address)
    {
        var client = new PileupClient();
        using var deadline = new CancellationTokenSource(patience);
        await client.socket.ConnectAsync(address, deadline.Token);
        return client;
    }

    public Task SayAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next frame, whatever it is.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        var length = 0;
        ValueWebSocketReceiveResult piece;
        do
        {
            piece = await socket.ReceiveAsync(buffer.AsMemory(length), deadline.Token);
            length += piece.Count;
        }
        while (!piece.EndOfMessage);

        Assert.True(piece.MessageType == WebSocketMessageType.Text, $"Closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
        var message = JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject();
        Chain.Take(message);
        return message;
    }

    /// <summary>Asks, and takes the very next frame for the answer, as clients do that know no better.</summary>
    public async Task<JsonObject> AskAsync(string operation, string? data = null)
    {
        await SayAsync($$"""{"type":"request","id":"r1","operation":"{{operation}}"{{(data is null ? "" : $",\"data\":{data}")}}}""");
        var answer = await NextAsync();
        Assert.True((string?)answer["type"] is "response" or "error" && (string?)answer["id"] == "r1", $"No answer: {answer.ToJsonString()}");
        return answer;
    }

    public async Task<JsonObject> TryAsync(string user, string password)
    {
        await SayAsync(new JsonObject
        {
            ["type"] = "auth", ["id"] = 7, ["data"] = new JsonObject { ["username"] = user, ["password"] = password },
        }.ToJsonString());
        return await NextAsync();
    }

    public async Task AuthenticateAsync(string user, string password) => Assert.True((bool)(await TryAsync(user, password))["success"]!);

    /// <summary>The names and data of the next events.</summary>
    public async Task<List<string>> HearAsync(int count)
    {
        List<string> heard = [];
        while (heard.Count < count)
        {
            var message = await NextAsync();
            Assert.Equal((string?)message["event"], (string?)message["event_type"]);
            heard.Add($"{message["event"]} {message["data"]?.ToJsonString() ?? "null"}");
        }

        return heard;
    }

    /// <summary>Asserts that nothing has come before the answer to a ping.</summary>
    public async Task<JsonObject> PingAsync()
    {
        await SayAsync("""{"type":"ping","id":"p1"}""");
        var pong = await NextAsync();
        Assert.Equal("pong", (string?)pong["type"]);
        return pong;
    }

    public async Task<(int Code, string? Reason)> ClosedAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        while ((await socket.ReceiveAsync(buffer.AsMemory(), deadline.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token);
        }

        return ((int)socket.CloseStatus!, socket.CloseStatusDescription);
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}

using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>A socket that wants one seat of the contest.</summary>
internal sealed class SeatedSpectator : IDisposable
{
    /// <summary>What it watches.</summary>
    public const string Contest = "seated";

    public const string Full = $"contest:{Contest} has as many spectators as it may have; try again later";
    public const string Unavailable = $"contest:{Contest} cannot answer now; try again in a moment";

    private readonly ClientWebSocket socket = new();

    public static async Task<SeatedSpectator> ConnectAsync(ContestProcess gateway)
    {
        var spectator = new SeatedSpectator();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await spectator.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{gateway.Port}/ws"), patience.Token);
        return spectator;
    }

    /// <returns>Why there was no seat; null when there was.</returns>
    public async Task<string?> SubscribeAsync()
    {
        await SayAsync($$"""{"type":"subscribe","channel":"contest:{{Contest}}"}""");
        var answer = await HearAsync("subscribed", "error");
        return (string?)answer["type"] == "error" ? (string?)answer["data"]!["message"] : null;
    }

    /// <summary>Asserts that the socket still stands.</summary>
    public async Task PingAsync()
    {
        await SayAsync("""{"type":"ping"}""");
        await HearAsync("pong");
    }

    public void Dispose() => socket.Dispose();

    private Task SayAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<JsonObject> HearAsync(params string[] types)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var buffer = new byte[64 << 10];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult piece;
            do
            {
                piece = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                Assert.NotEqual(WebSocketMessageType.Close, piece.MessageType);
                length += piece.Count;
            }
            while (!piece.EndOfMessage);

            var message = JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject();
            if (types.Contains((string?)message["type"]))
            {
                return message;
            }
        }
    }
}

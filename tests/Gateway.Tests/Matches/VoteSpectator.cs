using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OrleansContest.Gateway.Tests.Matches;

/// <summary>A strict Socket.IO spectator of one match: keeps its figures by what it is told, and insists that each message follows on the one before.</summary>
internal sealed class VoteSpectator : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource gone = new();
    private Task reading = Task.CompletedTask;
    private readonly List<string> payloads = [];
    private long seq;
    private int messages;

    /// <summary>Messages of the match since it joined.</summary>
    public int Messages => Volatile.Read(ref messages);

    /// <summary>The first payloads, as they came.</summary>
    public IReadOnlyList<string> Payloads => payloads;

    public int Total { get; private set; }

    /// <summary>Votes by place, as it knows them.</summary>
    public IReadOnlyDictionary<string, int> Places => places;

    public static async Task<VoteSpectator> JoinAsync(Uri gateway, string matchId)
    {
        var spectator = new VoteSpectator();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await spectator.socket.ConnectAsync(new UriBuilder(gateway) { Scheme = "ws", Path = "/socket.io/", Query = "EIO=4&transport=websocket" }.Uri, deadline.Token);
        Assert.StartsWith("0{\"sid\":", await spectator.ReceiveAsync(deadline.Token), StringComparison.Ordinal);
        await spectator.SendAsync("40/votes,");
        Assert.StartsWith("40/votes,{\"sid\":", await spectator.ReceiveAsync(deadline.Token), StringComparison.Ordinal);
        await spectator.SendAsync($"42/votes,[\"join-match\",\"{matchId}\"]");
        spectator.reading = spectator.ReadAsync();
        return spectator;
    }

    /// <summary>Whether it has the map of that number or a later one, and knows of so many votes: the totals may come before the map.</summary>
    public bool Knows(int total, long number = 1)
    {
        Assert.False(reading.IsFaulted, reading.Exception?.Message);
        lock (places)
        {
            return seq >= number && Total == total;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        while (socket.State == WebSocketState.Open)
        {
            var message = await ReceiveAsync(gone.Token);
            lock (places)
            {
                Take(message);
            }
        }
    }

    private void Take(string text)
    {
        Assert.StartsWith("42/votes,", text, StringComparison.Ordinal);
        Interlocked.Increment(ref messages);
        using var json = JsonDocument.Parse(text["42/votes,".Length..]);
        var (name, data) = (json.RootElement[0].GetString(), json.RootElement[1]);
        if (payloads.Count < 10)
        {
            payloads.Add(data.GetRawText());
        }

        Follow(data, isNew: name == "aggregates:initial");
        switch (name)
        {
            case "match:stats":
                Total = data.GetProperty("stats").GetProperty("totalVotes").GetInt32();
                break;
            case "aggregates:initial":
                places.Clear();
                data.GetProperty("aggregates").EnumerateArray().ToList().ForEach(Keep);
                break;
            case "aggregate:updated":
                Keep(data);
                break;
        }
    }

    private void Follow(JsonElement data, bool isNew)
    {
        if (data.TryGetProperty("seq", out var next))
        {
            var before = data.TryGetProperty("prev", out var prev) ? prev.GetInt64() : isNew && seq == 0 ? 0 : next.GetInt64() - 1;
            Assert.Equal(seq, before);
            seq = next.GetInt64();
        }
    }

    private void Keep(JsonElement place) => places[place.GetProperty("locationKey").GetString()!] = place.GetProperty("voteCount").GetInt32();

    private Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, cancellationToken);
            message.Write(buffer.AsSpan(0, piece.Count));
            if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.GetBuffer().AsSpan(0, (int)message.Length));
            }
        }
    }
}

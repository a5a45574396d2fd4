using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>A client of one of the quiz sockets. Keeps everything it hears.</summary>
internal sealed class Contestant : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly Lock gate = new();
    private readonly List<Heard> heard = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task hearing = Task.CompletedTask;
    private int next;

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<Heard> All
    {
        get
        {
            lock (gate)
            {
                return [.. heard];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return heard.Count;
            }
        }
    }

    /// <summary>How it ended; null while it is open.</summary>
    public (int Code, string? Reason)? Closed { get; private set; }

    public static async Task<Contestant> ConnectAsync(Uri gateway, string address, string? bearer = null)
    {
        var client = new Contestant();
        if (bearer is not null)
        {
            client.socket.Options.SetRequestHeader("Authorization", $"Bearer {bearer}");
        }

        using var deadline = new CancellationTokenSource(patience);
        await client.socket.ConnectAsync(new Uri(new UriBuilder(gateway) { Scheme = "ws" }.Uri, address), deadline.Token);
        client.hearing = client.HearAsync();
        return client;
    }

    public Task SayAsync(string name, string data = "{}") => SayTextAsync($$"""{"event":"{{name}}","data":{{data}},"timestamp":"2026-01-24T12:00:00.000Z"}""");

    public Task SayTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SubmitAsync(string question, string? option) =>
        SayAsync("submit_answer", $$"""{"questionId":"{{question}}","selectedOptionId":{{(option is null ? "null" : $"\"{option}\"")}},"submittedAt":"2026-01-24T12:00:00.000Z"}""");

    /// <summary>The next event that was not yet asked for.</summary>
    public async Task<JsonObject> NextAsync()
    {
        await ReachAsync(() => heard.Count > next);
        lock (gate)
        {
            return heard[next++].Json();
        }
    }

    /// <summary>The next event of this name, past all others.</summary>
    public async Task<JsonObject> HearsAsync(string name)
    {
        while (true)
        {
            var message = await NextAsync();
            if ((string?)message["event"] == name)
            {
                return message;
            }
        }
    }

    /// <summary>The code and text of the next error.</summary>
    public async Task<(string? Code, string? Message)> RefusedAsync()
    {
        var data = (await HearsAsync("error"))["data"]!;
        return ((string?)data["code"], (string?)data["message"]);
    }

    /// <summary>Asserts that nothing more has come before the answer to a ping.</summary>
    public async Task HearsNothingAsync()
    {
        await SayAsync("ping");
        Assert.Equal("pong", (string?)(await NextAsync())["event"]);
    }

    public async Task<(int Code, string? Reason)> EndAsync()
    {
        await hearing.WaitAsync(patience);
        return Closed!.Value;
    }

    /// <summary>Waits until what was heard is enough.</summary>
    public Task ReachAsync(Func<Contestant, bool> enough) => ReachAsync(() => enough(this));

    /// <summary>Loses the connection.</summary>
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    private async Task ReachAsync(Func<bool> enough)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (enough())
                {
                    return;
                }

                Assert.False(Closed is not null, $"Closed with {Closed} after: {string.Join('\n', heard.TakeLast(5).Select(message => message.Text))}");
                more = news.Task;
            }

            await WaitAsync(more, deadline.Token);
        }
    }

    private async Task WaitAsync(Task more, CancellationToken cancellationToken)
    {
        try
        {
            await more.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Nothing more came after: {string.Join('\n', All.TakeLast(10).Select(message => message.Text))}");
        }
    }

    private async Task HearAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult piece;
                do
                {
                    piece = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += piece.Count;
                }
                while (!piece.EndOfMessage);

                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                Keep(new Heard(Encoding.UTF8.GetString(buffer, 0, length)));
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is lost, or the client has dropped it.
        }

        KeepEnd();
    }

    private void Keep(Heard message)
    {
        lock (gate)
        {
            heard.Add(message);
            Ring();
        }
    }

    private void KeepEnd()
    {
        lock (gate)
        {
            Closed = ((int?)socket.CloseStatus ?? 0, socket.CloseStatusDescription);
            Ring();
        }
    }

    private void Ring()
    {
        news.TrySetResult();
        news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A message as it came.</summary>
internal sealed record Heard(string Text)
{
    /// <summary>The event's name, without parsing: it comes first.</summary>
    public string Name { get; } = Text["{\"event\":\"".Length..Text.IndexOf('"', "{\"event\":\"".Length)];

    public JsonObject Json() => JsonNode.Parse(Text)!.AsObject();
}

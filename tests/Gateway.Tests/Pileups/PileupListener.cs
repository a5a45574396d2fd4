using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>A client of the stream of server-sent events, which checks the numbers of events.</summary>
internal sealed class PileupListener : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private PileupListener(HttpResponseMessage answer, Stream body, PileupChain chain) => (this.answer, lines, Chain) = (answer, new StreamReader(body), chain);

    public PileupChain Chain { get; }

    public HttpResponseMessage Answer => answer;

    /// <summary>The <c>id</c> of the last event that had one.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>Comments so far.</summary>
    public List<string> Comments { get; } = [];

    public static async Task<PileupListener> ListenAsync(HttpClient client, string pileup, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/stream?pileup={pileup}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var deadline = new CancellationTokenSource(patience);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        return new PileupListener(answer, await answer.Content.ReadAsStreamAsync(), lastEventId is null ? new() : PileupChain.At(lastEventId));
    }

    /// <summary>The next event: its name, and its data as sent.</summary>
    /// <returns>Null when the stream has ended.</returns>
    public async Task<(string Name, JsonObject Data)?> NextAsync()
    {
        using var deadline = new CancellationTokenSource(patience);
        string? name = null;
        JsonObject? data = null;
        while (await lines.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.Length == 0 && name is not null)
            {
                Chain.Take(data!);
                return (name, data!);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].TrimStart(' ');
            switch (line[..Math.Max(colon, 0)])
            {
                case "" when line.Length > 0:
                    Comments.Add(value);
                    break;
                case "event":
                    name = value;
                    break;
                case "id":
                    LastEventId = value;
                    break;
                case "data":
                    data = JsonNode.Parse(value)!.AsObject();
                    break;
            }
        }

        return null;
    }

    /// <summary>The names and data of the next events.</summary>
    public async Task<List<string>> HearAsync(int count)
    {
        List<string> heard = [];
        while (heard.Count < count)
        {
            var (name, data) = (await NextAsync())!.Value;
            Assert.Equal(name, (string?)data["type"]);
            Assert.Equal($"{data["epoch"]}:{data["seq"]}", LastEventId);
            heard.Add($"{name} {data["data"]?.ToJsonString() ?? "null"}");
        }

        return heard;
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}

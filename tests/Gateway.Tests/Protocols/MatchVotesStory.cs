using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Gateway.Tests.Matches;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Plays the document's story to a real gateway, with the document's own requests, and keeps what came back.</summary>
public sealed class MatchVotesStory : IProtocolStory, IAsyncLifetime
{
    private const string Match = "/api/matches/final-26";

    private readonly Dictionary<string, string> received = [];
    private readonly ManualClock clock = new();
    private RunningGateway gateway = null!;
    private HttpClient holder = null!;

    public static string Document => "match-votes.md";

    public DocumentedExamples Examples { get; } = new(Document);

    /// <summary>What really came, by the names of the examples.</summary>
    public IReadOnlyDictionary<string, string> Received => received;

    public async Task InitializeAsync()
    {
        gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await MakeAsync();
        await WatchAsync();
        await BringAsync();
        await ReadAsync();
    }

    public async Task DisposeAsync()
    {
        holder.Dispose();
        await gateway.DisposeAsync();
    }

    private async Task MakeAsync()
    {
        await AskAsync("match", gateway.Admin.PostAsync("/api/matches", Sent("match")), HttpStatusCode.Created);
        var key = await AskAsync("key", gateway.Admin.PostAsync($"{Match}/keys", null), HttpStatusCode.Created);
        holder = new HttpClient { BaseAddress = gateway.Client.BaseAddress };
        holder.DefaultRequestHeaders.Add("X-API-Key", key.GetProperty("apiKey").GetString());
        await gateway.Admin.PostAsync($"{Match}/activate", null).IsAsync(HttpStatusCode.OK);
        await AskAsync("no such match", gateway.Client.GetAsync("/api/matches/final-27"), HttpStatusCode.NotFound);
        await AskAsync("long polling", gateway.Client.GetAsync("/socket.io/?EIO=4&transport=polling"), HttpStatusCode.BadRequest);
    }

    private async Task WatchAsync()
    {
        await using var spectator = await VoteSpectator.JoinAsync(gateway.Client.BaseAddress!, "final-26");
        await Until.TrueAsync(() => spectator.Knows(0));
        await AskAsync("voted", gateway.Client.PostAsync("/api/vote", Sent("vote")), HttpStatusCode.Created);
        await Until.TrueAsync(() => spectator.Knows(1));
        string[] names = ["match:stats on joining", "aggregates:initial", "vote:new", "aggregate:updated", "aggregate:updated of the country", "match:stats"];
        foreach (var (name, message) in names.Zip(spectator.Payloads, (name, message) => (name, message)))
        {
            received[name] = message;
        }

        var wrong = new StringContent(Examples["send vote"].Replace("\"h3Resolution\": 9", "\"h3Resolution\": 8", StringComparison.Ordinal), MediaTypeHeaderValue.Parse("application/json"));
        await AskAsync("not a vote", gateway.Client.PostAsync("/api/vote", wrong), HttpStatusCode.BadRequest);
    }

    private Task BringAsync() => AskAsync("brought", holder.PostAsync($"{Match}/votes/bulk", Sent("bulk", "application/x-ndjson")));

    private async Task ReadAsync()
    {
        await AskAsync("stats", gateway.Client.GetAsync($"{Match}/stats"));
        await AskAsync("aggregates", gateway.Client.GetAsync($"{Match}/aggregates?resolution=5"));
        clock.Advance(TimeSpan.FromSeconds(2));
        await using var spectator = await Spectator.ConnectAsync(new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws" }.Uri);
        await spectator.SayAsync("""{"type":"subscribe","channel":"match:final-26"}""");
        while ((await spectator.NextUncheckedAsync()) is var message && (string?)message["type"] != "aggregates:initial")
        {
            if ((string?)message["type"] == "match:stats")
            {
                received["match:stats at ws"] = message.ToJsonString();
            }
        }
    }

    private StringContent Sent(string name, string type = "application/json") => new(Examples.ToSend(name), MediaTypeHeaderValue.Parse(type));

    private async Task<JsonElement> AskAsync(string name, Task<HttpResponseMessage> call, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await call.IsAsync(status);
        received[name] = body.GetRawText();
        return body;
    }
}

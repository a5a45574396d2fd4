using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Plays the document's story to a real gateway, with the document's own requests, and keeps what came back.</summary>
public sealed class ContestLogStory : IProtocolStory, IAsyncLifetime
{
    private static readonly DateTimeOffset begin = new(2026, 6, 27, 18, 10, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string> received = [];
    private RunningGateway gateway = null!;
    private Spectator spectator = null!;
    private Spectator everyone = null!;
    private Uri address = null!;

    public static string Document => "contest-log.md";

    public DocumentedExamples Examples { get; } = new(Document);

    /// <summary>What really came, by the names of the examples.</summary>
    public IReadOnlyDictionary<string, string> Received => received;

    public async Task InitializeAsync()
    {
        var clock = new ClockOfTheStory(begin);
        gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock), "--Gateway:Seats:PerContest=1");
        address = new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws" }.Uri;
        await CreateAsync();
        await WatchAsync();
        await LogAsync();
        await ChangeAsync();
        await CountAsync();
        await AskForFiguresAsync();
        await UseSessionsAsync();
        await FailAsync();
        await StopAsync();
    }

    public async Task DisposeAsync()
    {
        await spectator.DisposeAsync();
        await everyone.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private async Task CreateAsync()
    {
        await AskAsync("contest", gateway.Admin.PostAsync("/api/contests", Sent("contest")), 201);
        await AskAsync("one contest", gateway.Client.GetAsync("/api/contests/fd-26"));
        await AskAsync("contests", gateway.Client.GetAsync("/api/contests"));
        await AskAsync("key", gateway.Admin.PostAsync("/api/contests/fd-26/keys", null), 201);
        await AskAsync("entry", gateway.Client.PostAsync("/api/logs", Sent("entry")), 201);
    }

    private async Task WatchAsync()
    {
        received["connected"] = await FirstWordAsync();
        spectator = await Spectator.ConnectAsync(address);
        everyone = await Spectator.ConnectAsync(address);
        await SayAsync("ping", "pong");
        await SayAsync("subscribe", "subscribed", "full");
        await everyone.SayAsync(Examples.ToSend("subscribe to global"));
        received["full of global"] = (await everyone.NextAsync("full")).ToJsonString();
    }

    private async Task LogAsync()
    {
        await AskAsync("entry again", gateway.Client.PostAsync("/api/logs", Sent("entry")));
        await AskAsync(null, gateway.Client.PostAsync("/api/logs", Sent("small entry")), 201);
        await HearAsync("logEntry:created", "aggregate:updated", "dupe:detected");
        received["aggregate:updated in global"] = (await everyone.NextAsync("aggregate:updated")).ToJsonString();
        await AskAsync("batch", gateway.Client.PostAsync("/api/logs/batch", Sent("batch")));
        await AskAsync("import", gateway.Client.PostAsync("/api/import?contestId=fd-26", new StringContent(Examples.ToSend("import"))));
        await AskAsync("page", gateway.Client.GetAsync("/api/logs?contestId=fd-26&stationId=W1AW&limit=1"));
    }

    private async Task ChangeAsync()
    {
        await AskAsync("edited", gateway.Client.PatchAsync("/api/logs/fd-26.2", Sent("edit")));
        await HearUntilAsync("logEntry:updated");
        await AskAsync("edit would duplicate", gateway.Client.PatchAsync("/api/logs/fd-26.2", Sent("edit that would duplicate")), 409);
        await AskAsync("merged", gateway.Client.PostAsync("/api/logs/merge", Sent("merge")));
        await AskAsync("deleted", gateway.Client.DeleteAsync("/api/logs/fd-26.2"));
        await HearUntilAsync("logEntry:deleted");
        await SayAsync("unsubscribe");
        await HearUntilAsync("unsubscribed");
        await using var another = await Spectator.ConnectAsync(address);
        await another.SayAsync(Examples.ToSend("subscribe with filters"));
        await another.NextAsync("full");
        await another.SayAsync(Examples.ToSend("unsubscribe"));
        await another.NextAsync("unsubscribed");
    }

    /// <summary>Where there is one seat, one who watches is all.</summary>
    private async Task CountAsync()
    {
        await using var another = await Spectator.ConnectAsync(address);
        await another.SayAsync(Examples.ToSend("subscribe with audience"));
        received["audience"] = (await another.NextAsync("audience")).ToJsonString();
        await spectator.SayAsync(Examples.ToSend("subscribe"));
        received["full contest"] = (await spectator.NextAsync("error")).ToJsonString();
    }

    private async Task AskForFiguresAsync()
    {
        await AskAsync("aggregates", gateway.Client.GetAsync("/api/stats/aggregates?contestId=fd-26&start=2026-06-27T18:00:00Z"));
        await AskAsync("scoreboard", gateway.Client.GetAsync("/api/stats/scoreboard?contestId=fd-26"));
        await AskAsync("band occupancy", gateway.Client.GetAsync("/api/stats/band-occupancy?contestId=fd-26"));
        await AskAsync("operator activity", gateway.Client.GetAsync("/api/stats/operator-activity?contestId=fd-26&operatorCall=N0AX"));
        await AskAsync("statistics", gateway.Client.GetAsync("/api/stats/contest?contestId=fd-26"));
    }

    private async Task UseSessionsAsync()
    {
        var session = await AskAsync("session", gateway.Client.PostAsync("/api/sessions", Sent("session")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/logs") { Content = Sent("entry of another station") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)session!["token"]!);
        await AskAsync("session mismatch", gateway.Client.SendAsync(request), 403);
    }

    private async Task FailAsync()
    {
        await AskAsync("missing fields", gateway.Client.PostAsync("/api/logs", Sent("entry that lacks fields")), 400);
        await AskAsync("invalid", gateway.Client.PostAsync("/api/logs", Sent("entry that is invalid")), 400);
        await AskAsync("contest exists", gateway.Admin.PostAsync("/api/contests", Sent("another contest of that id")), 409);
        await AskAsync("no contest named", gateway.Client.GetAsync("/api/stats/scoreboard"), 400);
        await AskAsync("no such contest", gateway.Client.GetAsync("/api/stats/scoreboard?contestId=fd-25"), 404);
        await AskAsync("no such entry", gateway.Client.DeleteAsync("/api/logs/fd-26.99"), 404);
        await AskAsync("master key wanted", gateway.Client.PostAsync("/api/contests", Sent("contest")), 401);
        await SayAsync("something unknown", "unknown type");
        await spectator.SayAsync("{");
        received["invalid format"] = (await spectator.NextAsync()).ToJsonString();
        await SayAsync("subscribe to what is not there", "unknown channel");
    }

    private async Task StopAsync()
    {
        await gateway.App.StopAsync();
        received["shutdown"] = (await spectator.NextAsync("shutdown")).ToJsonString();
    }

    private StringContent Sent(string name) => Answers.Json(Examples.ToSend(name));

    /// <summary>Takes the answer to an example's call; what has no name is only checked for its status.</summary>
    private async Task<JsonNode?> AskAsync(string? name, Task<HttpResponseMessage> call, int status = 200)
    {
        using var answer = await call;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{name}: {(int)answer.StatusCode} {body}");
        if (name is not null)
        {
            received[name] = body;
        }

        return JsonNode.Parse(body);
    }

    private async Task SayAsync(string name, params string[] answers)
    {
        await spectator.SayAsync(Examples.ToSend(name));
        await HearAsync(answers);
    }

    private async Task HearAsync(params string[] names)
    {
        foreach (var name in names)
        {
            received[name] = (await spectator.NextAsync()).ToJsonString();
        }
    }

    private async Task HearUntilAsync(string type) => received[type] = (await spectator.NextAsync(type)).ToJsonString();

    private async Task<string> FirstWordAsync()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, CancellationToken.None);
        var buffer = new byte[1_000];
        var message = await socket.ReceiveAsync(buffer, CancellationToken.None);
        socket.Abort();
        return Encoding.UTF8.GetString(buffer, 0, message.Count);
    }
}

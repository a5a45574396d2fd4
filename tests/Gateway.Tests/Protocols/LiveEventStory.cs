using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Plays the document's story to a real gateway, with the document's own requests, and keeps what came back.</summary>
public sealed class LiveEventStory : IProtocolStory, IAsyncLifetime
{
    private const string Events = "/api/v1/events/spring-26";
    private const string Admin = "/api/v1/admin/events";
    private const string Ingest = "/api/v1/ingest";

    private readonly Dictionary<string, string> received = [];
    private RunningGateway gateway = null!;
    private HttpClient holder = null!;
    private EventSpectator spectator = null!;

    public static string Document => "live-event.md";

    public DocumentedExamples Examples { get; } = new(Document);

    /// <summary>What really came, by the names of the examples.</summary>
    public IReadOnlyDictionary<string, string> Received => received;

    public async Task InitializeAsync()
    {
        gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(new ManualClock()));
        await MakeAsync();
        await BeginAsync();
        await WatchAsync();
        await ReadAsync();
        await gateway.App.StopAsync();
        await HearAsync("shutdown");
    }

    public async Task DisposeAsync()
    {
        await spectator.DisposeAsync();
        holder.Dispose();
        await gateway.DisposeAsync();
    }

    private async Task MakeAsync()
    {
        var made = await AskAsync("event", gateway.Admin.PostAsync(Admin, Sent("event")), HttpStatusCode.Created);
        holder = new HttpClient { BaseAddress = gateway.Client.BaseAddress };
        holder.DefaultRequestHeaders.Add("X-API-Key", made.GetProperty("apiKey").GetString());
        await AskAsync("config", holder.PatchAsync($"{Admin}/spring-26/config", Sent("config")));
        await AskAsync("imported", holder.PostAsync($"{Ingest}/xml", Sent("export", "application/xml")));
        await AskAsync("no key", gateway.Client.PostAsync($"{Ingest}/results", Answers.Json("{}")), HttpStatusCode.Unauthorized);
    }

    private async Task BeginAsync()
    {
        await AskAsync("status changed", holder.PatchAsync($"{Admin}/spring-26/status", Sent("startlist")));
        await AskAsync("invalid transition", holder.PatchAsync($"{Admin}/spring-26/status", Sent("too early")), HttpStatusCode.BadRequest);
        await AskAsync("not accepted", holder.PostAsync($"{Ingest}/oncourse", Sent("oncourse")), HttpStatusCode.Forbidden);
        await GoAsync("running");
        await AskAsync("overview", gateway.Client.GetAsync(Events));
    }

    private async Task WatchAsync()
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events/spring-27/ws");
        asking.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        asking.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        asking.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        asking.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        await AskAsync("event not found", gateway.Client.SendAsync(asking), HttpStatusCode.NotFound);
        spectator = await EventSpectator.ConnectAsync(new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = $"{Events}/ws" }.Uri);
        await HearAsync("full");
        await AskAsync("oncourse taken", holder.PostAsync($"{Ingest}/oncourse", Sent("oncourse")));
        await HearAsync("diff of the course");
        await AskAsync("results taken", holder.PostAsync($"{Ingest}/results", Sent("results")));
        await HearAsync("diff of results");
    }

    private async Task ReadAsync()
    {
        await AskAsync("results", gateway.Client.GetAsync($"{Events}/results/K1M_FIN_6"));
        await AskAsync("startlist", gateway.Client.GetAsync($"{Events}/startlist/K1M_FIN_6"));
        await AskAsync("categories", gateway.Client.GetAsync($"{Events}/categories"));
        await AskAsync("oncourse", gateway.Client.GetAsync($"{Events}/oncourse"));
        await AskAsync("no such race", gateway.Client.GetAsync($"{Events}/results/NO_RACE"), HttpStatusCode.NotFound);
        await GoAsync("finished");
        await HearAsync("diff of status");
    }

    private Task GoAsync(string status) =>
        holder.PatchJsonAsync($"{Admin}/spring-26/status", $$"""{"status":"{{status}}"}""").IsAsync(HttpStatusCode.OK);

    private StringContent Sent(string name, string type = "application/json") => new(Examples.ToSend(name), MediaTypeHeaderValue.Parse(type));

    private async Task<JsonElement> AskAsync(string name, Task<HttpResponseMessage> call, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await call.IsAsync(status);
        received[name] = body.GetRawText();
        return body;
    }

    private async Task HearAsync(string name) => received[name] = (await spectator.NextAsync()).ToJsonString();
}

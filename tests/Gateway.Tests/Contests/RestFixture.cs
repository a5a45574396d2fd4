using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Contests;

/// <summary>A gateway with the embedded engine on files, which the tests of one class share; each makes contests of its own.</summary>
public sealed class RestFixture : IAsyncLifetime
{
    private RunningGateway gateway = null!;
    private int contests;

    /// <summary>Shows nothing.</summary>
    internal HttpClient Client => gateway.Client;

    /// <summary>Shows the master key.</summary>
    internal HttpClient Admin => gateway.Admin;

    /// <summary>What was logged, warnings and worse.</summary>
    internal LogLines Log => gateway.Log;

    /// <summary>Every call that is served, but for sockets and the document itself.</summary>
    internal IReadOnlyList<(string Method, string Path)> Routes =>
    [
        .. from endpoint in gateway.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           where !path.EndsWith("/ws", StringComparison.Ordinal) && !path.StartsWith("/ws/", StringComparison.Ordinal) && path != "/socket.io" && !path.StartsWith("/openapi", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select (method, path),
    ];

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    /// <summary>A new contest.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> ContestAsync(bool open = true, string rules = "\"GENERAL\"")
    {
        var id = $"c{Interlocked.Increment(ref contests)}";
        var draft = $$"""{"id":"{{id}}","name":"Contest {{id}}","rules":{{rules}},"open":{{(open ? "true" : "false")}}}""";
        await Admin.PostJsonAsync("/api/contests", draft).IsAsync(HttpStatusCode.Created);
        return id;
    }

    /// <summary>Somebody who shows a new ingest key.</summary>
    internal async Task<HttpClient> KeyHolderAsync(string contest)
    {
        var answer = await Admin.PostAsync($"/api/contests/{contest}/keys", null).IsAsync(HttpStatusCode.Created);
        return Showing("X-API-Key", answer.GetProperty("apiKey").GetString()!);
    }

    internal HttpClient Showing(string header, string value)
    {
        var client = new HttpClient { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Add(header, value);
        return client;
    }

    /// <summary>Logs a contact on an open contest.</summary>
    /// <returns>The entry's id.</returns>
    internal async Task<string> LogAsync(string contest, string call = "K1ABC", string time = "12:00", string more = "")
    {
        var entry = await Client.PostJsonAsync("/api/logs", Qso(contest, call, time, more)).IsAsync(HttpStatusCode.Created);
        return entry.GetProperty("id").GetString()!;
    }

    /// <summary>A contact as a client writes it.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="call">The callsign worked.</param>
    /// <param name="time">When, on a day in January.</param>
    /// <param name="more">Further members, each with a comma before it; they go before those above.</param>
    internal static string Qso(string contest, string call = "K1ABC", string time = "12:00", string more = "") =>
        $$"""{"contestId":"{{contest}}","stationId":"ST1","callsign":"{{call}}","band":"20","mode":"CW","qsoDate":"2026-01-24","qsoTime":"{{time}}"{{more}}}""";
}

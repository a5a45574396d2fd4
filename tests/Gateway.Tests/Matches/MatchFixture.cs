using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Matches;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Matches;

/// <summary>A gateway with the embedded engine on files, which the tests of one class share; each makes matches of its own. Time is theirs.</summary>
public sealed class MatchFixture : IAsyncLifetime
{
    private RunningGateway gateway = null!;
    private int matches;

    internal ManualClock Clock { get; } = new();

    /// <summary>Shows nothing.</summary>
    internal HttpClient Client => gateway.Client;

    /// <summary>Shows the master key.</summary>
    internal HttpClient Admin => gateway.Admin;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    /// <summary>Another gateway of the same engine.</summary>
    internal Task<RunningGateway> StartAnotherAsync()
    {
        var services = gateway.App.Services;
        return RunningGateway.StartAsync(builder => builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(services.GetRequiredService<IChannels>())
            .AddSingleton(services.GetRequiredService<ISeats>()));
    }

    /// <summary>The match itself, past the gateway.</summary>
    internal IMatch Engine(MatchInHand one) => gateway.App.Services.GetRequiredService<IChannels>().Get<IMatch>(one.Id);

    /// <summary>A new match, still a draft.</summary>
    internal async Task<MatchInHand> MatchAsync(int votesPerUser = 1)
    {
        var id = $"m{Interlocked.Increment(ref matches)}";
        await Admin.PostJsonAsync("/api/matches", MatchInHand.Draft(id, votesPerUser)).IsAsync(HttpStatusCode.Created);
        return new MatchInHand(id, Client, Admin);
    }

    /// <summary>A new match that takes votes.</summary>
    internal async Task<MatchInHand> ActiveAsync(int votesPerUser = 1)
    {
        var made = await MatchAsync(votesPerUser);
        await Admin.PostAsync(made.Path("/activate"), null).IsAsync(HttpStatusCode.OK);
        return made;
    }

    internal HttpClient Showing(string header, string value)
    {
        var client = new HttpClient { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Add(header, value);
        return client;
    }
}

/// <summary>A match, and who asks for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Public">Shows nothing.</param>
/// <param name="Admin">Shows the master key.</param>
internal sealed record MatchInHand(string Id, HttpClient Public, HttpClient Admin)
{
    /// <summary>A place in San Francisco, with its country.</summary>
    public const string Place = """{"h3Index":"8928308280fffff","h3Resolution":9,"countryCode":"US","source":"gps"}""";

    public static string Draft(string id, int votesPerUser = 1) =>
        $$"""{"id":"{{id}}","title":"Final","teamA":{"name":"Reds","color":"#cc0000"},"teamB":{"name":"Blues","color":null},"startsAt":"2026-01-24T12:00:00Z","endsAt":"2026-01-24T14:00:00Z","maxVotesPerUser":{{votesPerUser}}}""";

    public string Path(string more = "") => $"/api/matches/{Id}{more}";

    /// <summary>A vote's JSON.</summary>
    public string Vote(string voteId, string who, string team = "team_a", string place = Place) =>
        $$"""{"matchId":"{{Id}}","teamChoice":"{{team}}","fingerprint":"{{who}}","voteId":"{{voteId}}","location":{{place}}}""";

    public Task<HttpResponseMessage> CastAsync(string voteId, string who, string team = "team_a", string place = Place) =>
        Public.PostJsonAsync("/api/vote", Vote(voteId, who, team, place));

    public Task<HttpResponseMessage> BringAsync(IEnumerable<string> lines) => BringAsync(Admin, lines);

    public Task<HttpResponseMessage> BringAsync(HttpClient who, IEnumerable<string> lines) =>
        who.PostAsync(Path("/votes/bulk"), new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"));

    public Task<JsonElement> StatsAsync() => Public.GetAsync(Path("/stats")).IsAsync(HttpStatusCode.OK);
}

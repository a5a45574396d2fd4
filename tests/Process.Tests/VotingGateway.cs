using System.Net;
using System.Net.Http.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Processes;

/// <summary>A gateway of its own with a match <c>m1</c> that takes votes.</summary>
internal sealed class VotingGateway : IAsyncDisposable
{
    private readonly ContestProcess process;

    private VotingGateway(ContestProcess process) => this.process = process;

    public int Port => process.Port;

    public HttpClient Http => process.Http;

    /// <summary>The namespace that clients connect to.</summary>
    public string Votes => $"http://127.0.0.1:{Port}/votes";

    public static async Task<VotingGateway> StartAsync(string folder, int? port = null, params string[] settings)
    {
        var process = port is null
            ? await ContestProcess.StartGatewayAsync(folder, settings)
            : await ContestProcess.StartGatewayAsync(folder, port.Value, settings);
        var gateway = new VotingGateway(process);
        var team = new { name = "Reds" };
        var draft = new { id = "m1", title = "Final", teamA = team, teamB = team, startsAt = "2026-01-01T00:00:00Z", endsAt = "2026-01-02T00:00:00Z", maxVotesPerUser = 3 };
        using var made = await process.Http.PostAsJsonAsync("/api/matches", draft);
        Assert.True(made.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, await made.Content.ReadAsStringAsync());
        using var active = await process.Http.PostAsync("/api/matches/m1/activate", null);
        Assert.Equal(HttpStatusCode.OK, active.StatusCode);
        return gateway;
    }

    public async Task VoteAsync(string voteId, string team)
    {
        var vote = new
        {
            matchId = "m1", teamChoice = team, fingerprint = voteId, voteId, location = new { h3Index = "8928308280fffff", h3Resolution = 9, countryCode = "US", source = "gps" },
        };
        using var answer = await process.Http.PostAsJsonAsync("/api/vote", vote);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    public Task KillAsync() => process.KillAsync();

    public ValueTask DisposeAsync() => process.DisposeAsync();
}

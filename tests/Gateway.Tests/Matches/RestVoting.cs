using System.Globalization;
using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Tests.Matches;

public sealed class RestVoting(MatchFixture gateway) : IClassFixture<MatchFixture>
{
    [Fact]
    public async Task Answers_how_the_cell_stands_and_the_same_when_repeated()
    {
        var match = await gateway.ActiveAsync();
        await match.CastAsync("v1", "ann").IsAsync(HttpStatusCode.Created);
        const string second = """{"success":true,"voteId":"v2","currentStats":{"teamACount":1,"teamBCount":1,"totalVotes":2}}""";

        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(second, (await match.CastAsync("v2", "bob", "team_b").IsAsync(HttpStatusCode.Created)).GetRawText());
            await match.CastAsync($"v{times + 3}", $"more{times}").IsAsync(HttpStatusCode.Created);
        }

        Assert.Equal(5, (await match.StatsAsync()).GetProperty("totalVotes").GetInt32());
    }

    [Fact]
    public async Task Names_a_vote_that_has_no_name()
    {
        var match = await gateway.ActiveAsync();
        var cast = await gateway.Client.PostJsonAsync(
            "/api/vote", $$"""{"matchId":"{{match.Id}}","teamChoice":"team_b","fingerprint":"ann","location":{"countryCode":"cz"},"extra":[{"a":1}]}""").IsAsync(HttpStatusCode.Created);

        await match.CastAsync(cast.GetProperty("voteId").GetString()!, "ann", "team_b").IsAsync(HttpStatusCode.Created);
        Assert.Equal((1, 1, 0), Figures(await match.StatsAsync()));
    }

    [Theory]
    [InlineData("""{"h3Index":"8928308280fffff","h3Resolution":8}""")]
    [InlineData("""{"h3Index":"8928308280fffff","h3Resolution":16}""")]
    [InlineData("""{"h3Index":"8928308280fffff","h3Resolution":"9"}""")]
    [InlineData("""{"h3Index":"8928308280fffff"}""")]
    [InlineData("""{"h3Index":"8928308280ffffe","h3Resolution":9}""")]
    [InlineData("""{"h3Index":"0","h3Resolution":0}""")]
    [InlineData("""{"h3Index":"not a cell","h3Resolution":9}""")]
    [InlineData("""{"h3Index":"8928308280fffff8928308280fffff","h3Resolution":9}""")]
    [InlineData("""{"h3Index":617700169958293503,"h3Resolution":9}""")]
    [InlineData("""{"countryCode":"USA"}""")]
    [InlineData("""{"countryCode":1}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Refuses_a_place_that_is_none(string place)
    {
        var match = await gateway.ActiveAsync();
        await match.CastAsync("v1", "ann", place: place).IsCodedErrorAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");

        Assert.Equal((0, 0, 0), Figures(await match.StatsAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_c","fingerprint":"ann","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":null,"fingerprint":"ann","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","fingerprint":"","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","fingerprint":7,"location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","fingerprint":"ann","voteId":"","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","fingerprint":"ann","voteId":"a\u0007","location":{"countryCode":"US"}}""")]
    [InlineData("""{"matchId":"MATCH","teamChoice":"team_a","fingerprint":"\ud800","location":{"countryCode":"US"}}""")]
    public async Task Refuses_what_is_no_vote(string body)
    {
        var match = await gateway.ActiveAsync();

        await gateway.Client.PostJsonAsync("/api/vote", body.Replace("MATCH", match.Id, StringComparison.Ordinal))
            .IsCodedErrorAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Takes_votes_of_the_coarsest_and_the_finest_cells_and_of_pentagons()
    {
        var match = await gateway.ActiveAsync();
        string[] places = ["""{"h3Index":"8001fffffffffff","h3Resolution":0}""", """{"h3Index":"8f283082a30e623","h3Resolution":15}""", """{"h3Index":"8009fffffffffff","h3Resolution":0}"""];
        foreach (var (number, place) in places.Index())
        {
            await match.CastAsync($"v{number}", $"voter{number}", place: place).IsAsync(HttpStatusCode.Created);
        }

        Assert.Equal((3, 0, 3), Figures(await match.StatsAsync()));
    }

    [Fact]
    public async Task Is_for_active_matches_only()
    {
        var match = await gateway.MatchAsync();
        await match.CastAsync("v1", "ann").IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
        await gateway.Admin.PostAsync(match.Path("/activate"), null).IsAsync(HttpStatusCode.OK);
        await match.CastAsync("v1", "ann").IsAsync(HttpStatusCode.Created);
        await gateway.Admin.PostAsync(match.Path("/end"), null).IsAsync(HttpStatusCode.OK);

        await match.CastAsync("v2", "bob").IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
        await match.CastAsync("v1", "ann").IsAsync(HttpStatusCode.Created);
        await (match with { Id = "unknown" }).CastAsync("v1", "ann").IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
        await (match with { Id = "../up" }).CastAsync("v1", "ann").IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
    }

    [Fact]
    public async Task Knows_how_many_votes_a_person_has()
    {
        var match = await gateway.ActiveAsync(votesPerUser: 2);
        await match.CastAsync("v1", "ann").IsAsync(HttpStatusCode.Created);
        await match.CastAsync("v2", "ann").IsAsync(HttpStatusCode.Created);

        await match.CastAsync("v3", "ann").IsCodedErrorAsync(HttpStatusCode.BadRequest, "VOTE_LIMIT_EXCEEDED");
        await match.CastAsync("v3", "bob").IsAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Takes_three_votes_a_minute_of_a_person()
    {
        var match = await gateway.ActiveAsync(votesPerUser: 10);
        for (var vote = 0; vote < MatchRules.VotesPerMinute; vote++)
        {
            await match.CastAsync($"v{vote}", "ann").IsAsync(HttpStatusCode.Created);
        }

        using var refused = await match.CastAsync("v3", "ann");
        await Task.FromResult(refused).IsCodedErrorAsync(HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        var free = gateway.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(("3", "0", free, "60"), (Header("X-RateLimit-Limit"), Header("X-RateLimit-Remaining"), Header("X-RateLimit-Reset"), Header("Retry-After")));

        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await match.CastAsync("v3", "ann").IsAsync(HttpStatusCode.Created);

        string Header(string name) => Assert.Single(refused.Headers.GetValues(name));
    }

    [Fact]
    public async Task Takes_twenty_votes_an_hour_from_an_address()
    {
        var match = await gateway.ActiveAsync();
        for (var vote = 0; vote < MatchRules.VotesPerHourAndAddress; vote++)
        {
            await match.CastAsync($"v{vote}", $"voter{vote}").IsAsync(HttpStatusCode.Created);
        }

        await match.CastAsync("more", "another").IsCodedErrorAsync(HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        await match.CastAsync("v1", "voter1").IsAsync(HttpStatusCode.Created);
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        await match.CastAsync("more", "another").IsAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Is_closed_where_there_is_no_key_to_hash_voters_with()
    {
        await using var keyless = await RunningGateway.StartAsync("--Security:MasterKey=");

        await keyless.Client.PostJsonAsync("/api/vote", "{}").IsCodedErrorAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
    }

    private static (int Votes, int Countries, int Cells) Figures(JsonElement stats) =>
        (stats.GetProperty("totalVotes").GetInt32(), stats.GetProperty("uniqueCountries").GetInt32(), stats.GetProperty("uniqueH3Cells").GetInt32());
}

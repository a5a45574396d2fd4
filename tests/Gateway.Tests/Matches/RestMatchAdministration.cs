using System.Net;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Matches;

public sealed class RestMatchAdministration(MatchFixture gateway) : IClassFixture<MatchFixture>
{
    private const string Matches = "/api/matches";

    [Fact]
    public async Task Creates_a_match_that_everybody_may_read()
    {
        using var made = await gateway.Admin.PostAsync(Matches, Answers.Json(MatchInHand.Draft("made", 3)));
        Assert.Equal((HttpStatusCode.Created, "/api/matches/made"), (made.StatusCode, made.Headers.Location?.ToString()));
        const string card = """{"id":"made","title":"Final","teamA":{"name":"Reds","color":"#cc0000"},"teamB":{"name":"Blues","color":null},"startsAt":"2026-01-24T12:00:00.000Z","endsAt":"2026-01-24T14:00:00.000Z","status":"draft","maxVotesPerUser":3}""";

        Assert.Equal(card, await made.Content.ReadAsStringAsync());
        Assert.Equal(card, await gateway.Client.GetStringAsync($"{Matches}/made"));
        Assert.Contains(card, await gateway.Client.GetStringAsync(Matches), StringComparison.Ordinal);
        await gateway.Admin.PostJsonAsync(Matches, MatchInHand.Draft("made", 3)).IsAsync(HttpStatusCode.Created);
        await gateway.Admin.PostJsonAsync(Matches, MatchInHand.Draft("made", 4)).IsCodedErrorAsync(HttpStatusCode.Conflict, "MATCH_EXISTS");
    }

    [Fact]
    public async Task Makes_an_id_for_who_names_none()
    {
        var made = await gateway.Admin.PostJsonAsync(Matches, MatchInHand.Draft("")).IsAsync(HttpStatusCode.Created);

        await gateway.Client.GetAsync($"{Matches}/{made.GetProperty("id").GetString()}").IsAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"id":""")]
    [InlineData("""{"id":"a b","title":"T","teamA":{"name":"A"},"teamB":{"name":"B"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-02T00:00:00Z"}""")]
    [InlineData("""{"id":"x","title":"T","teamA":{"name":"A"},"teamB":{"name":"B"},"startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"id":"x","title":"T","teamA":{"name":"A"},"teamB":{"name":"B"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-02T00:00:00Z","maxVotesPerUser":11}""")]
    [InlineData("""{"id":"x","title":"T","teamA":{"name":""},"teamB":{"name":"B"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-02T00:00:00Z"}""")]
    [InlineData("""{"id":"x","title":"T","teamB":{"name":"B"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-02T00:00:00Z"}""")]
    [InlineData("""{"id":"x","title":"T","teamA":{"name":"A"},"teamB":{"name":"B"},"startsAt":"soon","endsAt":"2026-01-02T00:00:00Z"}""")]
    [InlineData("""{"id":"x","title":"T","teamA":{"name":"A"},"teamB":{"name":"B"},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-02T00:00:00Z","status":"ended"}""")]
    public async Task Tells_why_something_cannot_be_a_match(string draft)
    {
        await gateway.Admin.PostJsonAsync(Matches, draft).IsCodedErrorAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await gateway.Client.GetAsync($"{Matches}/x").IsCodedErrorAsync(HttpStatusCode.NotFound, "INVALID_MATCH");
    }

    [Fact]
    public async Task Goes_through_its_life_and_not_back()
    {
        var match = await gateway.MatchAsync();
        Assert.Equal("scheduled", await StatusAsync(gateway.Admin.PutAsync(match.Path(), Answers.Json("""{"title":"Cup final","status":"scheduled"}"""))));
        Assert.Equal("active", await StatusAsync(gateway.Admin.PostAsync(match.Path("/activate"), null)));
        Assert.Equal("active", await StatusAsync(gateway.Admin.PostAsync(match.Path("/activate"), null)));
        Assert.Equal("ended", await StatusAsync(gateway.Admin.PostAsync(match.Path("/end"), null)));

        await gateway.Admin.PostAsync(match.Path("/activate"), null).IsCodedErrorAsync(HttpStatusCode.Conflict, "INVALID_TRANSITION");
        Assert.Equal("Cup final", (await gateway.Client.GetAsync(match.Path()).IsAsync(HttpStatusCode.OK)).GetProperty("title").GetString());
        await gateway.Admin.PutAsync(Matches + "/nothing", Answers.Json("{}")).IsCodedErrorAsync(HttpStatusCode.NotFound, "INVALID_MATCH");
    }

    [Fact]
    public async Task Is_for_the_master_key_only()
    {
        var match = await gateway.MatchAsync();
        foreach (var call in new[] { "", "/activate", "/end", "/keys" })
        {
            await gateway.Client.PostAsync(call.Length == 0 ? Matches : match.Path(call), Answers.Json("{}")).IsCodedErrorAsync(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        }

        await gateway.Client.PutAsync(match.Path(), Answers.Json("{}")).IsCodedErrorAsync(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await gateway.Client.DeleteAsync(match.Path()).IsCodedErrorAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        await gateway.Client.GetAsync("/api/vote").IsCodedErrorAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
    }

    private static async Task<string?> StatusAsync(Task<HttpResponseMessage> call) =>
        (await call.IsAsync(HttpStatusCode.OK)).GetProperty("status").GetString();
}

using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Matches;

public sealed class RestReadingTheMap(MatchFixture gateway) : IClassFixture<MatchFixture>
{
    private const string Neighbour = """{"h3Index":"8928308280bffff","h3Resolution":9,"countryCode":"US"}""";

    [Fact]
    public async Task Gives_the_places_as_they_were_voted_from_or_at_any_zoom()
    {
        var match = await VotedAsync();

        Assert.Equal(["US 3", "8928308280fffff 2", "8928308280bffff 1", "CZ 1"], await ReadAsync(match, ""));
        Assert.Equal(["8828308281fffff 3"], await ReadAsync(match, "?resolution=8"));
        Assert.Equal(["832830fffffffff 3"], await ReadAsync(match, "?resolution=3"));
        Assert.Equal([], await ReadAsync(match, "?resolution=2"));
        Assert.Equal(["8928308280fffff 2"], await ReadAsync(match, "?resolution=9&minVotes=2"));
        Assert.Equal(["US 3"], await ReadAsync(match, "?top=1"));
    }

    [Fact]
    public async Task Is_current_to_the_last_vote_at_every_gateway()
    {
        await using var another = await gateway.StartAnotherAsync();
        var match = await gateway.ActiveAsync();
        for (var vote = 1; vote <= 10; vote++)
        {
            await match.CastAsync($"v{vote}", $"voter{vote}").IsAsync(HttpStatusCode.Created);

            Assert.Equal(vote, (await (match with { Public = another.Client }).StatsAsync()).GetProperty("totalVotes").GetInt32());
            Assert.Equal([$"8928308280fffff {vote}"], await ReadAsync(match with { Public = another.Client }, "?resolution=9"));
        }
    }

    [Fact]
    public async Task Says_that_nothing_has_changed()
    {
        var match = await VotedAsync();
        foreach (var path in new[] { match.Path("/stats"), match.Path("/aggregates?resolution=5") })
        {
            using var first = await gateway.Client.GetAsync(path);
            using var again = await AskAsync(path, first.Headers.ETag!.Tag);
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
            await match.CastAsync(path, path).IsAsync(HttpStatusCode.Created);

            using var later = await AskAsync(path, first.Headers.ETag.Tag);
            Assert.Equal(HttpStatusCode.OK, later.StatusCode);
            Assert.NotEqual(first.Headers.ETag, later.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("?resolution=16")]
    [InlineData("?resolution=-1")]
    [InlineData("?resolution=x")]
    [InlineData("?minVotes=-1")]
    [InlineData("?top=0")]
    public async Task Refuses_a_question_that_is_none(string query)
    {
        var match = await gateway.MatchAsync();

        await gateway.Client.GetAsync(match.Path("/aggregates" + query)).IsCodedErrorAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/stats")]
    [InlineData("/aggregates")]
    public async Task Knows_nothing_of_a_match_that_is_not_there(string what) =>
        await gateway.Client.GetAsync("/api/matches/unknown" + what).IsCodedErrorAsync(HttpStatusCode.NotFound, "INVALID_MATCH");

    private async Task<MatchInHand> VotedAsync()
    {
        var match = await gateway.ActiveAsync();
        await match.CastAsync("v1", "ann").IsAsync(HttpStatusCode.Created);
        await match.CastAsync("v2", "bob", "team_b").IsAsync(HttpStatusCode.Created);
        await match.CastAsync("v3", "eve", "team_b", Neighbour).IsAsync(HttpStatusCode.Created);
        await match.CastAsync("v4", "joe", "team_b", """{"countryCode":"CZ"}""").IsAsync(HttpStatusCode.Created);
        return match;
    }

    private static async Task<List<string>> ReadAsync(MatchInHand match, string query)
    {
        var places = await match.Public.GetAsync(match.Path("/aggregates" + query)).IsAsync(HttpStatusCode.OK);
        return [.. places.EnumerateArray().Select(Describe)];
    }

    private static string Describe(JsonElement place) => $"{place.GetProperty("locationKey").GetString()} {place.GetProperty("voteCount").GetInt32()}";

    private async Task<HttpResponseMessage> AskAsync(string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("If-None-Match", tag);
        return await gateway.Client.SendAsync(request);
    }
}

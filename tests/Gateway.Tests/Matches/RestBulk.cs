using System.Net;
using System.Text;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Matches;

public sealed class RestBulk(MatchFixture gateway) : IClassFixture<MatchFixture>
{
    [Fact]
    public async Task Counts_the_good_lines_around_bad_ones()
    {
        var match = await gateway.ActiveAsync();
        string[] lines =
        [
            match.Vote("v1", "ann"),
            "{\"matchId\":",
            "",
            match.Vote("v2", "bob", place: """{"h3Index":"8928308280fffff","h3Resolution":3}"""),
            match.Vote("v3", "bob") + "\r",
            match.Vote("v3", "bob"),
            match.Vote("v4", "ann"),
            (match with { Id = "other" }).Vote("v5", "eve"),
            new string('x', 20_000),
            "\u0000",
            "[]",
            """{"teamChoice":"team_b","fingerprint":"eve","voteId":"v6","location":{"countryCode":"CZ"}}""",
        ];

        var answer = await match.BringAsync(lines).IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            """{"accepted":3,"duplicates":1,"rejected":[{"line":2,"code":"VALIDATION_ERROR"},{"line":4,"code":"VALIDATION_ERROR"},{"line":7,"code":"VOTE_LIMIT_EXCEEDED"},{"line":8,"code":"INVALID_MATCH"},{"line":9,"code":"VALIDATION_ERROR"},{"line":10,"code":"VALIDATION_ERROR"},{"line":11,"code":"VALIDATION_ERROR"}],"rejectedCount":7}""",
            answer.GetRawText());
        Assert.Equal(3, (await match.StatsAsync()).GetProperty("totalVotes").GetInt32());
    }

    [Fact]
    public async Task Reads_lines_wherever_they_are_cut()
    {
        var match = await gateway.ActiveAsync();
        var text = string.Join('\n', Enumerable.Range(0, 3_000).Select(n => match.Vote($"v{n}", $"voter{n}"))) + "\n" + new string('y', 30_000);
        using var pieces = new PiecewiseContent(Encoding.UTF8.GetBytes(text), 7_919);

        var answer = await gateway.Admin.PostAsync(match.Path("/votes/bulk"), pieces).IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"accepted":3000,"duplicates":0,"rejected":[{"line":3001,"code":"VALIDATION_ERROR"}],"rejectedCount":1}""", answer.GetRawText());
    }

    [Fact]
    public async Task Changes_nothing_when_brought_again_by_several_at_once()
    {
        var match = await gateway.ActiveAsync();
        var batches = Enumerable.Range(0, 4).Select(batch => Enumerable.Range(batch * 500, 1_000).Select(n => match.Vote($"v{n}", $"voter{n}")).ToList()).ToList();
        var answers = await Task.WhenAll(batches.Concat(batches).Concat(batches.AsEnumerable().Reverse()).Select(batch => match.BringAsync(batch).IsAsync(HttpStatusCode.OK)));

        Assert.Equal(2_500, answers.Sum(answer => answer.GetProperty("accepted").GetInt32()));
        Assert.Equal(9_500, answers.Sum(answer => answer.GetProperty("duplicates").GetInt32()));
        Assert.Equal(2_500, (await match.StatsAsync()).GetProperty("totalVotes").GetInt32());
    }

    [Fact]
    public async Task Wants_a_key_of_the_match()
    {
        var match = await gateway.ActiveAsync();
        var made = await gateway.Admin.PostAsync(match.Path("/keys"), null).IsAsync(HttpStatusCode.Created);
        var other = await gateway.ActiveAsync();
        var holder = gateway.Showing("X-API-Key", made.GetProperty("apiKey").GetString()!);

        await match.BringAsync(holder, [match.Vote("v1", "ann")]).IsAsync(HttpStatusCode.OK);
        await other.BringAsync(holder, [match.Vote("v1", "ann")]).IsCodedErrorAsync(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await match.BringAsync(gateway.Client, [match.Vote("v2", "bob")]).IsCodedErrorAsync(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await match.BringAsync(gateway.Showing("X-Master-Key", "wrong"), []).IsCodedErrorAsync(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        Assert.Equal(1, (await match.StatsAsync()).GetProperty("totalVotes").GetInt32());
    }

    [Fact]
    public async Task Is_for_active_matches_only()
    {
        var draft = await gateway.MatchAsync();

        await draft.BringAsync([draft.Vote("v1", "ann")]).IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
        await (draft with { Id = "unknown" }).BringAsync([draft.Vote("v1", "ann")]).IsCodedErrorAsync(HttpStatusCode.BadRequest, "INVALID_MATCH");
    }

    [Fact]
    public async Task Lists_no_more_than_ten_thousand_bad_lines_and_says_how_many_there_were()
    {
        var match = await gateway.ActiveAsync();

        var answer = await match.BringAsync(Enumerable.Repeat("bad", 10_500).Append(match.Vote("v1", "ann"))).IsAsync(HttpStatusCode.OK);
        Assert.Equal((1, 10_000, 10_500), (Number(answer, "accepted"), answer.GetProperty("rejected").GetArrayLength(), Number(answer, "rejectedCount")));
    }

    private static int Number(JsonElement answer, string member) => answer.GetProperty(member).GetInt32();
}

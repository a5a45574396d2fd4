using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using static OrleansContest.Gateway.Tests.Contests.RestFixture;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestLoggingABatch(RestFixture gateway) : IClassFixture<RestFixture>
{
    [Fact]
    public async Task Answers_each_entry_in_order_as_if_it_were_alone()
    {
        var one = await gateway.ContestAsync();
        var other = await gateway.ContestAsync();
        var closed = await gateway.ContestAsync(open: false);

        var outcomes = await PostAsync(
            Qso(one), Qso(other), Qso(one), "5", Qso("nowhere"), Qso(closed), Qso(one, "?"), """{"contestId":{}}""", Qso(one, "W1AW"));
        Assert.Equal(
            [201, 201, 200, 400, 404, 401, 400, 400, 201], outcomes.EnumerateArray().Select(outcome => outcome.GetProperty("status").GetInt32()));
        Assert.Equal($$"""{"status":201,"id":"{{one}}.1"}""", outcomes[0].GetRawText());
        Assert.Equal(
            $$"""{"status":200,"id":"{{one}}.1","deduped":true,"dedupeKey":"{{one}}|none|ST1|K1ABC|20|CW|2026-01-24|12:00"}""",
            outcomes[2].GetRawText());
        Assert.Equal("""{"status":404,"error":"Contest not found"}""", outcomes[4].GetRawText());
        Assert.Equal($"{one}.2", outcomes[8].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Takes_a_thousand_and_not_one_more()
    {
        var contest = await gateway.ContestAsync();
        var thousand = Enumerable.Range(0, 1_000).Select(i => Qso(contest, time: $"{i / 60:00}:{i % 60:00}")).ToArray();

        await gateway.Client.PostJsonAsync("/api/logs/batch", $"[{string.Join(',', thousand)},{Qso(contest)}]")
            .IsErrorAsync(HttpStatusCode.BadRequest, "A batch holds at most 1000 entries");
        var outcomes = await PostAsync(thousand);
        Assert.Equal(1_000, outcomes.EnumerateArray().Count(outcome => outcome.GetProperty("status").GetInt32() == 201));
    }

    [Fact]
    public async Task Of_nothing_answers_nothing() => Assert.Equal("[]", (await PostAsync()).GetRawText());

    [Fact]
    public async Task Is_an_array() =>
        await gateway.Client.PostJsonAsync("/api/logs/batch", "{}").IsErrorAsync(HttpStatusCode.BadRequest, "Invalid JSON");

    private Task<JsonElement> PostAsync(params string[] entries) =>
        gateway.Client.PostJsonAsync("/api/qso-logs/batch", $"[{string.Join(',', entries)}]").IsAsync(HttpStatusCode.OK);
}

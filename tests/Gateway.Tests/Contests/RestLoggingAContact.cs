using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using static OrleansContest.Gateway.Tests.Contests.RestFixture;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestLoggingAContact(RestFixture gateway) : IClassFixture<RestFixture>
{
    private static readonly string[] fields =
    [
        "id", "stationId", "contestId", "clubId", "operatorCallsign", "source", "dedupeKey", "callsign", "band", "mode", "frequency",
        "rstSent", "rstRcvd", "exchange", "power", "qsoDate", "qsoTime", "points", "multiplier", "isDupe", "name", "state", "grid", "notes",
        "mergeStatus", "mergedIntoId", "createdAt", "updatedAt",
    ];

    [Theory]
    [InlineData("/api/logs")]
    [InlineData("/api/qso-logs")]
    public async Task Answers_the_entry_with_every_field(string path)
    {
        var contest = await gateway.ContestAsync();

        var entry = await gateway.Client.PostJsonAsync(path, Qso(contest, "ea8/g4abc/p")).IsAsync(HttpStatusCode.Created);
        Assert.All(fields, field => Assert.True(entry.TryGetProperty(field, out _), field));
        Assert.Equal($"{contest}.1", entry.GetProperty("id").GetString());
        Assert.Equal("EA8/G4ABC/P", entry.GetProperty("callsign").GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("frequency").ValueKind);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", entry.GetProperty("createdAt").GetString());
    }

    [Fact]
    public async Task Again_answers_that_it_is_known_and_counts_nothing()
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);

        var again = await gateway.Client.PostJsonAsync("/api/logs", Qso(contest)).IsAsync(HttpStatusCode.OK);
        Assert.Equal($$"""{"deduped":true,"dedupeKey":"{{contest}}|none|ST1|K1ABC|20|CW|2026-01-24|12:00"}""", again.GetRawText());
        var figures = await gateway.Client.GetAsync($"/api/stats/contest?contestId={contest}").IsAsync(HttpStatusCode.OK);
        Assert.Equal(1, figures.GetProperty("qsoCount").GetInt32());
    }

    [Fact]
    public async Task Names_every_required_field_that_is_missing()
    {
        var contest = await gateway.ContestAsync();

        var answer = await gateway.Client.PostJsonAsync("/api/logs", $$"""{"contestId":"{{contest}}","callsign":"K1ABC"}""")
            .IsErrorAsync(HttpStatusCode.BadRequest, "Missing required QSO fields");
        Assert.Equal(["stationId", "band", "mode", "qsoDate", "qsoTime"], answer.Details());
    }

    [Theory]
    [InlineData(",\"callsign\":\"not a call\"")]
    [InlineData(",\"band\":\"21\"")]
    [InlineData(",\"frequency\":\"high\"")]
    [InlineData(",\"frequency\":1e400")]
    [InlineData(",\"frequency\":7.1")]
    [InlineData(",\"power\":[100]")]
    [InlineData(",\"notes\":{\"a\":1}")]
    [InlineData(",\"name\":true")]
    [InlineData(",\"qsoDate\":\"2026-02-30\"")]
    [InlineData(",\"qsoTime\":\"25:00\"")]
    [InlineData(",\"transmitter\":1.5")]
    [InlineData(",\"contestId\":[]")]
    public async Task Says_what_is_wrong(string more)
    {
        var contest = await gateway.ContestAsync();

        var answer = await gateway.Client.PostJsonAsync("/api/logs", Qso(contest, more: more))
            .IsErrorAsync(HttpStatusCode.BadRequest, "QSO failed contest validation");
        Assert.NotEmpty(answer.Details());
    }

    [Fact]
    public async Task Takes_numbers_for_text_and_text_for_numbers()
    {
        var contest = await gateway.ContestAsync();
        const string more = ",\"band\":20,\"frequency\":\"14.025\",\"power\":\"100\",\"rstSent\":599,\"qsoDate\":20260124";

        var entry = await gateway.Client.PostJsonAsync("/api/logs", Qso(contest, more: more)).IsAsync(HttpStatusCode.Created);
        Assert.Equal("20", entry.GetProperty("band").GetString());
        Assert.Equal(14.025m, entry.GetProperty("frequency").GetDecimal());
        Assert.Equal(100m, entry.GetProperty("power").GetDecimal());
        Assert.Equal("599", entry.GetProperty("rstSent").GetString());
        Assert.Equal("2026-01-24", entry.GetProperty("qsoDate").GetString());
    }

    [Fact]
    public async Task Ignores_what_it_does_not_know_and_takes_the_last_of_two()
    {
        var contest = await gateway.ContestAsync();

        var entry = await gateway.Client.PostJsonAsync("/api/logs", Qso(contest, more: ",\"colour\":{\"r\":1},\"callsign\":\"W1AW\""))
            .IsAsync(HttpStatusCode.Created);
        Assert.Equal("W1AW", entry.GetProperty("callsign").GetString());
    }

    [Fact]
    public async Task Finds_no_contest_that_nobody_has_created()
    {
        await gateway.Admin.PostJsonAsync("/api/logs", Qso("nowhere")).IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
        await gateway.Admin.PostJsonAsync("/api/logs", Qso("no such id")).IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
    }

    [Fact]
    public async Task Wants_a_key_where_the_contest_is_not_open()
    {
        var contest = await gateway.ContestAsync(open: false);
        using var holder = await gateway.KeyHolderAsync(contest);
        using var other = await gateway.KeyHolderAsync(await gateway.ContestAsync());

        await gateway.Client.PostJsonAsync("/api/logs", Qso(contest)).IsErrorAsync(HttpStatusCode.Unauthorized);
        await other.PostJsonAsync("/api/logs", Qso(contest)).IsErrorAsync(HttpStatusCode.Unauthorized);
        await holder.PostJsonAsync("/api/logs", Qso(contest)).IsAsync(HttpStatusCode.Created);
        await gateway.Admin.PostJsonAsync("/api/logs", Qso(contest, "W1AW")).IsAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Trusts_no_wrong_key_even_where_anybody_may_log()
    {
        var contest = await gateway.ContestAsync();
        using var wrong = gateway.Showing("X-Master-Key", "guess");

        await wrong.PostJsonAsync("/api/logs", Qso(contest)).IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_contest_goes_to_one_that_begins_with_the_first_trusted_contact()
    {
        await using var fresh = await RunningGateway.StartAsync();
        const string qso = """{"stationId":"ST1","callsign":"K1ABC","band":"20","mode":"CW","qsoDate":"2026-01-24","qsoTime":"12:00"}""";

        await fresh.Client.PostJsonAsync("/api/logs", qso).IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
        var entry = await fresh.Admin.PostJsonAsync("/api/logs", qso).IsAsync(HttpStatusCode.Created);
        Assert.Equal("none.1", entry.GetProperty("id").GetString());
        var card = await fresh.Client.GetAsync("/api/contests/none").IsAsync(HttpStatusCode.OK);
        Assert.Equal("GENERAL", card.GetProperty("rules").GetProperty("name").GetString());
        await fresh.Client.PostJsonAsync("/api/logs", qso).IsErrorAsync(HttpStatusCode.Unauthorized);
        await fresh.Admin.PostJsonAsync("/api/logs", qso).IsAsync(HttpStatusCode.OK);
    }
}

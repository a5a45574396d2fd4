using System.Net;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestContests(RestFixture gateway) : IClassFixture<RestFixture>
{
    [Fact]
    public async Task A_contest_is_created_with_an_id_from_its_name()
    {
        const string draft =
            """{"name":"Field Day 2026 — Ann's!","rules":"arrl-fd","startsAt":"2026-06-27T18:00:00Z","endsAt":"2026-06-28T21:00:00+00:00","open":true,"powerMultiplier":2}""";

        using var answer = await gateway.Admin.PostJsonAsync("/api/contests", draft);
        Assert.Equal("/api/contests/field-day-2026-ann-s", answer.Headers.Location?.OriginalString);
        var card = await Task.FromResult(answer).IsAsync(HttpStatusCode.Created);
        Assert.Equal("field-day-2026-ann-s", card.GetProperty("id").GetString());
        Assert.Equal("ARRL-FD", card.GetProperty("rules").GetProperty("name").GetString());
        Assert.Equal("2026-06-27T18:00:00.000Z", card.GetProperty("startsAt").GetString());
        Assert.Equal(2, card.GetProperty("powerMultiplier").GetInt32());
        var read = await gateway.Client.GetAsync("/api/contests/field-day-2026-ann-s").IsAsync(HttpStatusCode.OK);
        Assert.Equal($"{card.GetRawText()[..^1]},\"audience\":0}}", read.GetRawText());
    }

    [Fact]
    public async Task A_name_without_letters_of_an_id_still_gives_one_and_the_same_each_time()
    {
        var one = await gateway.Admin.PostJsonAsync("/api/contests", """{"name":"Полевой день"}""").IsAsync(HttpStatusCode.Created);

        Assert.Matches("^contest-[0-9a-f]{16}$", one.GetProperty("id").GetString());
        var again = await gateway.Admin.PostJsonAsync("/api/contests", """{"name":"Полевой день"}""").IsAsync(HttpStatusCode.Created);
        Assert.Equal(one.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task The_same_again_answers_as_the_first_time_and_another_is_refused()
    {
        const string draft = """{"id":"twice","name":"Twice","rules":"GENERAL"}""";
        var first = await gateway.Admin.PostJsonAsync("/api/contests", draft).IsAsync(HttpStatusCode.Created);

        var again = await gateway.Admin.PostJsonAsync("/api/contests", draft).IsAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        await gateway.Admin.PostJsonAsync("/api/contests", """{"id":"twice","name":"Another","rules":"GENERAL"}""")
            .IsErrorAsync(HttpStatusCode.Conflict, "A contest with this id already exists");
    }

    [Fact]
    public async Task Rules_may_be_a_record()
    {
        const string rules =
            """{"points":{"CW":3,"PHONE":"2"},"dupes":"band","multiplier":"dxcc-prefix","multiplierPerBand":true,"bands":[20,"40m"],"exchange":["serial"]}""";
        const string written =
            """{"name":"Own rules","points":{"CW":3,"PHONE":2},"bandPoints":{},"dupes":"band","multiplier":"dxcc-prefix","multiplierPerBand":true,"multiplies":true,"exchange":["serial"],"bands":["20","40"],"modes":[]}""";

        var card = await gateway.Admin.PostJsonAsync("/api/contests", $$"""{"id":"own","name":"Own rules","rules":{{rules}}}""")
            .IsAsync(HttpStatusCode.Created);
        Assert.Equal(written, card.GetProperty("rules").GetRawText());
    }

    [Theory]
    [InlineData("""{"name":"N","rules":"NO-SUCH"}""")]
    [InlineData("""{"name":"N","rules":7}""")]
    [InlineData("""{"name":"N","rules":{"dupes":"sometimes"}}""")]
    [InlineData("""{"name":"N","rules":{"dupes":77}}""")]
    [InlineData("""{"name":"N","rules":{"points":{"CW":"many"}}}""")]
    [InlineData("""{"name":"N","rules":{"bands":[null]}}""")]
    [InlineData("""{"name":"","rules":"GENERAL"}""")]
    [InlineData("""{"rules":"GENERAL"}""")]
    [InlineData("""{"name":"N","id":"a/b"}""")]
    [InlineData("""{"name":"N","id":".hidden"}""")]
    [InlineData("""{"name":"N","startsAt":"soon"}""")]
    [InlineData("""{"name":"N","startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"name":"N","powerMultiplier":3}""")]
    [InlineData("""{"name":"N","open":"perhaps"}""")]
    [InlineData("[]")]
    public async Task What_cannot_be_a_contest_is_told_why(string draft)
    {
        var answer = await gateway.Admin.PostJsonAsync("/api/contests", draft).IsErrorAsync(HttpStatusCode.BadRequest, "Contest is not valid");
        Assert.NotEmpty(answer.Details());
    }

    [Fact]
    public async Task Every_contest_is_listed_by_id()
    {
        var one = await gateway.ContestAsync();
        var other = await gateway.ContestAsync();

        var list = await gateway.Client.GetAsync("/api/contests").IsAsync(HttpStatusCode.OK);
        var ids = list.EnumerateArray().Select(card => card.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Contains(one, ids);
        Assert.Contains(other, ids);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("no%20id")]
    public async Task What_nobody_has_created_is_not_found(string id)
    {
        await gateway.Client.GetAsync($"/api/contests/{id}").IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
        await gateway.Admin.PostAsync($"/api/contests/{id}/keys", null).IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
    }

    [Fact]
    public async Task A_key_is_64_hex_digits_and_each_is_another()
    {
        var contest = await gateway.ContestAsync();

        var one = await gateway.Admin.PostAsync($"/api/contests/{contest}/keys", null).IsAsync(HttpStatusCode.Created);
        var other = await gateway.Admin.PostAsync($"/api/contests/{contest}/keys", null).IsAsync(HttpStatusCode.Created);
        Assert.Matches("^[0-9a-f]{64}$", one.GetProperty("apiKey").GetString());
        Assert.NotEqual(one.GetRawText(), other.GetRawText());
    }

    [Fact]
    public async Task Only_the_master_key_administers()
    {
        var contest = await gateway.ContestAsync();
        using var holder = await gateway.KeyHolderAsync(contest);
        using var wrong = gateway.Showing("X-Master-Key", RunningGateway.MasterKey + "x");

        foreach (var stranger in new[] { gateway.Client, holder, wrong })
        {
            await stranger.PostJsonAsync("/api/contests", """{"name":"Mine"}""").IsErrorAsync(HttpStatusCode.Unauthorized);
            await stranger.PostAsync($"/api/contests/{contest}/keys", null).IsErrorAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Without_a_master_key_nobody_administers_and_the_setting_is_named()
    {
        await using var closed = await RunningGateway.StartAsync("--Security:MasterKey=");

        foreach (var client in new[] { closed.Client, closed.Admin })
        {
            var answer = await client.PostJsonAsync("/api/contests", """{"name":"Mine"}""").IsErrorAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Contains("Security:MasterKey", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }
}

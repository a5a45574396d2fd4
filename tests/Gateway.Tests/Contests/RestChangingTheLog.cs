using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestChangingTheLog(RestFixture gateway) : IClassFixture<RestFixture>
{
    [Fact]
    public async Task An_edit_sets_what_it_names_clears_what_is_null_and_leaves_the_rest()
    {
        var contest = await gateway.ContestAsync();
        var id = await gateway.LogAsync(contest, more: ",\"notes\":\"first\",\"name\":\"Ann\",\"frequency\":14.01");
        const string edit = """{"callsign":"w1aw","notes":null,"id":"x","points":99,"unknown":1}""";

        var entry = await gateway.Client.PatchJsonAsync($"/api/logs/{id}", edit).IsAsync(HttpStatusCode.OK);
        Assert.Equal(id, entry.GetProperty("id").GetString());
        Assert.Equal("W1AW", entry.GetProperty("callsign").GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("notes").ValueKind);
        Assert.Equal("Ann", entry.GetProperty("name").GetString());
        Assert.Equal(14.01m, entry.GetProperty("frequency").GetDecimal());
        Assert.Equal(1, entry.GetProperty("points").GetInt32());
    }

    [Fact]
    public async Task An_edit_that_makes_two_entries_one_is_refused()
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);
        var other = await gateway.LogAsync(contest, "W1AW");

        await gateway.Client.PatchJsonAsync($"/api/logs/{other}", """{"callsign":"K1ABC"}""")
            .IsErrorAsync(HttpStatusCode.Conflict, "Edit would create duplicate QSO");
    }

    [Theory]
    [InlineData("""{"callsign":null}""", "Missing required QSO fields")]
    [InlineData("""{"callsign":"?"}""", "QSO failed contest validation")]
    [InlineData("""{"power":{}}""", "QSO failed contest validation")]
    [InlineData("[]", "QSO failed contest validation")]
    [InlineData("{", "Invalid JSON")]
    public async Task An_edit_that_cannot_be_changes_nothing(string body, string error)
    {
        var contest = await gateway.ContestAsync();
        var id = await gateway.LogAsync(contest);

        await gateway.Client.PatchJsonAsync($"/api/logs/{id}", body).IsErrorAsync(HttpStatusCode.BadRequest, error);
        var page = await gateway.Client.GetAsync($"/api/logs?contestId={contest}").IsAsync(HttpStatusCode.OK);
        Assert.Equal("K1ABC", page[0].GetProperty("callsign").GetString());
    }

    [Fact]
    public async Task A_deletion_answers_the_entry_and_the_next_one_finds_nothing()
    {
        var contest = await gateway.ContestAsync();
        var id = await gateway.LogAsync(contest);

        var entry = await gateway.Client.DeleteAsync($"/api/qso-logs/{id}").IsAsync(HttpStatusCode.OK);
        Assert.Equal("K1ABC", entry.GetProperty("callsign").GetString());
        await gateway.Client.DeleteAsync($"/api/logs/{id}").IsErrorAsync(HttpStatusCode.NotFound, "QSO not found");
        await gateway.Client.PatchJsonAsync($"/api/logs/{id}", """{"notes":"x"}""").IsErrorAsync(HttpStatusCode.NotFound, "QSO not found");
    }

    [Theory]
    [InlineData("nodot")]
    [InlineData(".1")]
    [InlineData("..1")]
    [InlineData("a%20b.1")]
    [InlineData("%01.1")]
    [InlineData("c1.99999999999999999999")]
    [InlineData("c1.-1")]
    [InlineData("c1.01")]
    public async Task What_is_no_entry_is_not_found(string id)
    {
        await gateway.ContestAsync();

        await gateway.Admin.DeleteAsync($"/api/logs/{id}").IsErrorAsync(HttpStatusCode.NotFound, "QSO not found");
    }

    [Fact]
    public async Task An_entry_of_no_contest_is_not_found() =>
        await gateway.Admin.DeleteAsync("/api/logs/nowhere.1").IsErrorAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_contest_that_is_not_open_is_changed_by_its_own_only()
    {
        var contest = await gateway.ContestAsync(open: false);
        await gateway.Admin.PostJsonAsync("/api/logs", RestFixture.Qso(contest)).IsAsync(HttpStatusCode.Created);
        var merge = $$"""{"primary_id":"{{contest}}.1","duplicate_ids":["{{contest}}.2"]}""";

        await gateway.Client.DeleteAsync($"/api/logs/{contest}.1").IsErrorAsync(HttpStatusCode.Unauthorized);
        await gateway.Client.PatchJsonAsync($"/api/logs/{contest}.1", "{}").IsErrorAsync(HttpStatusCode.Unauthorized);
        await gateway.Client.PostJsonAsync("/api/logs/merge", merge).IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_merge_answers_what_it_did_and_again_the_same()
    {
        var contest = await gateway.ContestAsync();
        var primary = await gateway.LogAsync(contest);
        var duplicate = await gateway.LogAsync(contest, time: "12:01");
        var body = $$"""{"primary_id":"{{primary}}","duplicate_ids":["{{duplicate}}"],"merge_reason":"typed twice"}""";

        var merged = await gateway.Client.PostJsonAsync("/api/logs/merge", body).IsAsync(HttpStatusCode.OK);
        Assert.Equal(["success", "primary_id", "merged_count", "timestamp"], merged.EnumerateObject().Select(member => member.Name));
        Assert.True(merged.GetProperty("success").GetBoolean());
        Assert.Equal(primary, merged.GetProperty("primary_id").GetString());
        Assert.Equal(1, merged.GetProperty("merged_count").GetInt32());
        var again = await gateway.Client.PostJsonAsync("/api/qso-logs/merge", body).IsAsync(HttpStatusCode.OK);
        Assert.Equal(merged.GetRawText(), again.GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"primary_id":"ID"}""")]
    [InlineData("""{"primary_id":"ID","duplicate_ids":[]}""")]
    [InlineData("""{"primary_id":"ID","duplicate_ids":[null]}""")]
    [InlineData("""{"primary_id":"ID","duplicate_ids":[[]]}""")]
    [InlineData("""{"primary_id":"ID","duplicate_ids":"ID"}""")]
    [InlineData("""{"primary_id":"ID","duplicate_ids":["ID"]}""")]
    [InlineData("""{"primary_id":{},"duplicate_ids":["ID"]}""")]
    public async Task A_merge_that_cannot_be_says_why(string body)
    {
        var contest = await gateway.ContestAsync();
        var id = await gateway.LogAsync(contest);

        var answer = await gateway.Client.PostJsonAsync("/api/logs/merge", body.Replace("ID", id, StringComparison.Ordinal))
            .IsErrorAsync(HttpStatusCode.BadRequest, "These entries cannot be merged");
        Assert.NotEmpty(answer.Details());
    }

    [Fact]
    public async Task A_merge_of_an_entry_that_is_not_there_finds_nothing()
    {
        var contest = await gateway.ContestAsync();
        var id = await gateway.LogAsync(contest);

        await gateway.Client.PostJsonAsync("/api/logs/merge", $$"""{"primary_id":"{{id}}","duplicate_ids":["{{contest}}.9"]}""")
            .IsErrorAsync(HttpStatusCode.NotFound, "QSO not found");
        await gateway.Client.PostJsonAsync("/api/logs/merge", """{"primary_id":"nodot","duplicate_ids":["x.1"]}""")
            .IsErrorAsync(HttpStatusCode.NotFound, "QSO not found");
    }
}

using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestReading(RestFixture gateway) : IClassFixture<RestFixture>
{
    [Fact]
    public async Task The_log_comes_page_by_page_newest_first()
    {
        var contest = await gateway.ContestAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            await gateway.LogAsync(contest, time: $"12:0{minute}");
        }

        Assert.Equal([$"{contest}.5", $"{contest}.4"], await IdsAsync($"/api/logs?contestId={contest}&limit=2"));
        Assert.Equal([$"{contest}.3", $"{contest}.2"], await IdsAsync($"/api/qso-logs?contestId={contest}&limit=2&after={contest}.4"));
        Assert.Equal([$"{contest}.1"], await IdsAsync($"/api/logs?contestId={contest}&limit=2000&after={contest}.2"));
        Assert.Empty(await IdsAsync($"/api/logs?contestId={contest}&after={contest}.1"));
    }

    [Fact]
    public async Task A_page_has_a_hundred_entries_unless_told()
    {
        var contest = await gateway.ContestAsync();
        var entries = Enumerable.Range(0, 101).Select(i => RestFixture.Qso(contest, time: $"{i / 60:00}:{i % 60:00}"));
        await gateway.Client.PostJsonAsync("/api/logs/batch", $"[{string.Join(',', entries)}]").IsAsync(HttpStatusCode.OK);

        Assert.Equal(100, (await IdsAsync($"/api/logs?contestId={contest}")).Count);
    }

    [Fact]
    public async Task The_log_of_one_station_is_its_own()
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);
        await gateway.LogAsync(contest, more: ",\"stationId\":\"ST2\"");

        Assert.Equal([$"{contest}.2"], await IdsAsync($"/api/logs?contestId={contest}&stationId=ST2"));
    }

    [Theory]
    [InlineData("/api/logs?contestId=C&limit=0")]
    [InlineData("/api/logs?contestId=C&limit=-1")]
    [InlineData("/api/logs?contestId=C&limit=ten")]
    [InlineData("/api/logs?contestId=C&limit=99999999999999")]
    [InlineData("/api/stats/aggregates?contestId=C&start=yesterday")]
    [InlineData("/api/stats/aggregates?contestId=C&end=2026-13-01")]
    public async Task A_bound_that_is_none_is_told(string path)
    {
        var contest = await gateway.ContestAsync();

        await gateway.Client.GetAsync(path.Replace("=C&", $"={contest}&", StringComparison.Ordinal)).IsErrorAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/logs")]
    [InlineData("/api/qso-logs")]
    [InlineData("/api/stats/aggregates")]
    [InlineData("/api/stats/scoreboard")]
    [InlineData("/api/stats/band-occupancy")]
    [InlineData("/api/stats/operator-activity")]
    [InlineData("/api/stats/contest")]
    [InlineData("/api/export/adif")]
    [InlineData("/api/export/cabrillo")]
    public async Task Every_query_wants_a_contest_that_is_there(string path)
    {
        await gateway.Client.GetAsync(path).IsErrorAsync(HttpStatusCode.BadRequest, "contestId is required");
        await gateway.Client.GetAsync($"{path}?contestId=").IsErrorAsync(HttpStatusCode.BadRequest, "contestId is required");
        foreach (var nowhere in new[] { "nowhere", "no%20id", "..%2f..%2fetc", "%00", new string('x', 500), "a&contestId=b" })
        {
            await gateway.Client.GetAsync($"{path}?contestId={nowhere}&operatorCall=K1ABC")
                .IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");
        }
    }

    [Fact]
    public async Task An_operators_activity_wants_the_operator()
    {
        var contest = await gateway.ContestAsync();

        await gateway.Client.GetAsync($"/api/stats/operator-activity?contestId={contest}")
            .IsErrorAsync(HttpStatusCode.BadRequest, "operatorCall is required");
    }

    [Theory]
    [InlineData(
        "aggregates?",
        "contestId,clubId,periodStart,totalQsos,totalDupes,cwContacts,ssbContacts,ftxContacts,points,bandBreakdown,modeBreakdown,operatorStats")]
    [InlineData("scoreboard?", "operator,qsos,points,cwContacts,ssbContacts,ftxContacts,bands,modes")]
    [InlineData("band-occupancy?", "lastHour,bands")]
    [InlineData("operator-activity?operatorCall=W1AW&", "operator,totalQsos,hourlyActivity,bandDistribution,modeDistribution")]
    [InlineData("contest?", "qsoCount,pointsTotal,mults,score,dupeCount,qsoPerHour,topCalls,bandDist,modeDist,lastUpdated")]
    public async Task Every_figure_has_the_contracts_names(string query, string names)
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest, more: ",\"operatorCallsign\":\"W1AW\"");

        var answer = await gateway.Client.GetAsync($"/api/stats/{query}contestId={contest}").IsAsync(HttpStatusCode.OK);
        var figures = answer.ValueKind == JsonValueKind.Array ? answer[0] : answer;
        Assert.Equal(names.Split(','), figures.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Hours_are_those_from_the_start_and_before_the_end()
    {
        var contest = await gateway.ContestAsync();
        foreach (var time in new[] { "10:59", "11:00", "12:30", "13:00" })
        {
            await gateway.LogAsync(contest, time: time);
        }

        const string bounds = "start=2026-01-24T11:00:00Z&end=2026-01-24T14:00%2B01:00";
        var hours = await gateway.Client.GetAsync($"/api/stats/aggregates?contestId={contest}&{bounds}").IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            ["2026-01-24T11:00:00.000Z", "2026-01-24T12:00:00.000Z"],
            hours.EnumerateArray().Select(hour => hour.GetProperty("periodStart").GetString()));
    }

    private async Task<IReadOnlyList<string?>> IdsAsync(string path) =>
        [.. (await gateway.Client.GetAsync(path).IsAsync(HttpStatusCode.OK)).EnumerateArray().Select(entry => entry.GetProperty("id").GetString())];
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;
using static OrleansContest.Gateway.Tests.Contests.RestFixture;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestSessions(RestFixture gateway) : IClassFixture<RestFixture>
{
    private const string Session = """{"callsign":"W1AW","stationId":"ST1"}""";

    [Fact]
    public async Task A_key_opens_one_in_its_own_contest()
    {
        var contest = await gateway.ContestAsync(open: false);
        using var holder = await gateway.KeyHolderAsync(contest);

        var session = await holder.PostJsonAsync("/api/sessions", Session).IsAsync(HttpStatusCode.OK);
        Assert.Equal(["token", "expiresAt", "sessionId"], session.EnumerateObject().Select(member => member.Name));
        using var station = gateway.Showing("Authorization", $"Bearer {session.GetProperty("token").GetString()}");
        await station.PostJsonAsync("/api/logs", Qso(contest)).IsAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_token_may_stand_in_the_query()
    {
        var contest = await gateway.ContestAsync(open: false);
        var token = await TokenAsync(contest);

        await gateway.Client.PostJsonAsync($"/api/logs?token={token}", Qso(contest)).IsAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task It_logs_for_its_own_station_only()
    {
        const string mismatch = "Cannot log QSOs for this station - session mismatch";
        var contest = await gateway.ContestAsync(open: false);
        using var station = gateway.Showing("Authorization", $"Bearer {await TokenAsync(contest)}");
        var others = Qso(contest, more: ",\"stationId\":\"ST2\"");
        await gateway.Admin.PostJsonAsync("/api/logs", others).IsAsync(HttpStatusCode.Created);

        await station.PostJsonAsync("/api/logs", others).IsErrorAsync(HttpStatusCode.Forbidden, mismatch);
        await station.PatchJsonAsync($"/api/logs/{contest}.1", """{"notes":"mine"}""").IsErrorAsync(HttpStatusCode.Forbidden, mismatch);
        await station.DeleteAsync($"/api/logs/{contest}.1").IsErrorAsync(HttpStatusCode.Forbidden, mismatch);
    }

    [Fact]
    public async Task It_is_good_for_nothing_elsewhere()
    {
        using var station = gateway.Showing("Authorization", $"Bearer {await TokenAsync(await gateway.ContestAsync(open: false))}");

        await station.PostJsonAsync("/api/logs", Qso(await gateway.ContestAsync(open: false))).IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_ends_20_minutes_after_it_was_last_used()
    {
        var clock = new ManualClock();
        await using var own = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await own.Admin.PostJsonAsync("/api/contests", """{"id":"c","name":"C"}""").IsAsync(HttpStatusCode.Created);
        var session = await own.Admin.PostJsonAsync("/api/sessions", Session).IsAsync(HttpStatusCode.OK);
        Assert.Equal(clock.GetUtcNow().AddMinutes(20), session.GetProperty("expiresAt").GetDateTimeOffset());
        own.Client.DefaultRequestHeaders.Add("Authorization", $"Bearer {session.GetProperty("token").GetString()}");

        clock.Advance(TimeSpan.FromMinutes(19));
        await own.Client.PostJsonAsync("/api/logs", Qso("c", "W1AW")).IsAsync(HttpStatusCode.Created);
        clock.Advance(TimeSpan.FromMinutes(19));
        await own.Client.PostJsonAsync("/api/logs", Qso("c", "K1ABC")).IsAsync(HttpStatusCode.Created);
        clock.Advance(TimeSpan.FromMinutes(20));
        await own.Client.PostJsonAsync("/api/logs", Qso("c", "N1MM")).IsErrorAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stranger_opens_none_where_a_contest_is_not_open() =>
        await gateway.Client.PostJsonAsync("/api/sessions", In(await gateway.ContestAsync(open: false))).IsErrorAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Anybody_opens_one_where_a_contest_is_open() =>
        await gateway.Client.PostJsonAsync("/api/sessions", In(await gateway.ContestAsync())).IsAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData("nowhere")]
    [InlineData("no id")]
    public async Task Nobody_opens_one_where_there_is_no_contest(string contest) =>
        await gateway.Admin.PostJsonAsync("/api/sessions", In(contest)).IsErrorAsync(HttpStatusCode.NotFound, "Contest not found");

    [Theory]
    [InlineData("{}", "callsign,stationId")]
    [InlineData("""{"callsign":" ","stationId":"ST1"}""", "callsign")]
    [InlineData("""{"callsign":"W1AW","stationId":null}""", "stationId")]
    public async Task What_it_needs_is_named(string body, string fields)
    {
        var answer = await gateway.Admin.PostJsonAsync("/api/sessions", body)
            .IsErrorAsync(HttpStatusCode.BadRequest, "Missing required session fields");
        Assert.Equal(fields.Split(','), answer.Details());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"callsign":{},"stationId":"ST1"}""")]
    [InlineData("""{"callsign":"not a call","stationId":"ST1"}""")]
    [InlineData("""{"callsign":"W1AW","stationId":"a|b"}""")]
    public async Task What_cannot_be_one_is_refused(string body)
    {
        await gateway.ContestAsync();

        await gateway.Admin.PostJsonAsync("/api/sessions", body).IsErrorAsync(HttpStatusCode.BadRequest);
    }

    private static string In(string contest) => $$"""{"callsign":"W1AW","stationId":"ST1","contestId":"{{contest}}"}""";

    private async Task<string> TokenAsync(string contest)
    {
        var session = await gateway.Admin.PostJsonAsync("/api/sessions", In(contest)).IsAsync(HttpStatusCode.OK);
        return session.GetProperty("token").GetString()!;
    }
}

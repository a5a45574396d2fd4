using System.Net;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

public sealed class RestAdministration(EventFixture gateway) : IClassFixture<EventFixture>
{
    private const string Events = "/api/v1/admin/events";

    [Fact]
    public async Task Creates_an_event_and_shows_its_key_once()
    {
        var made = await gateway.Admin.PostJsonAsync(Events, """{"eventId":"made","mainTitle":"Made","startDate":"2026-01-24","endDate":"2026-01-25"}""")
            .IsAsync(HttpStatusCode.Created);
        Assert.Matches("^[0-9a-f]{64}$", made.GetProperty("apiKey").GetString());
        Assert.Equal(("made", "made"), (made.GetProperty("id").GetString(), made.GetProperty("eventId").GetString()));
        Assert.Equal(
            """{"validFrom":"2026-01-14T00:00:00.000Z","validUntil":"2026-01-30T00:00:00.000Z"}""", made.GetProperty("validity").GetRawText());
        var list = await gateway.Admin.GetAsync(Events).IsAsync(HttpStatusCode.OK);
        var card = Assert.Single(list.GetProperty("events").EnumerateArray(), one => one.GetProperty("eventId").GetString() == "made");
        Assert.DoesNotContain(made.GetProperty("apiKey").GetString()!, list.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("draft", card.GetProperty("status").GetString());
        await gateway.Admin.PostJsonAsync(Events, """{"eventId":"made","mainTitle":"Made"}""").IsNamedErrorAsync(HttpStatusCode.Conflict, "Conflict");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"eventId":"a b","mainTitle":"T"}""")]
    [InlineData("""{"eventId":"x"}""")]
    [InlineData("""{"eventId":"x","mainTitle":"T","startDate":"soon"}""")]
    [InlineData("""{"eventId":"x","mainTitle":"T","startDate":"2026-01-02","endDate":"2026-01-01"}""")]
    [InlineData("""{"eventId":"x","mainTitle":"T","maxConnections":0}""")]
    [InlineData("""{"eventId":"x","mainTitle":"T","strategy":"guess"}""")]
    [InlineData("""{"eventId":""")]
    public async Task Tells_why_something_cannot_be_an_event(string draft) =>
        await gateway.Admin.PostJsonAsync(Events, draft).IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");

    [Fact]
    public async Task Is_for_the_master_key_only()
    {
        var made = await gateway.EventAsync();
        foreach (var stranger in new[] { gateway.Client, made.Holder })
        {
            await stranger.PostJsonAsync(Events, """{"eventId":"mine","mainTitle":"T"}""").IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
            await stranger.GetAsync(Events).IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
            await stranger.DeleteAsync(made.Admin("")).IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
        }
    }

    [Fact]
    public async Task Deletes_an_event_for_good_and_its_key_with_it()
    {
        var made = await gateway.RunningAsync();
        using (var answer = await gateway.Admin.DeleteAsync(made.Admin("")))
        {
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        await gateway.Client.GetAsync(made.Path()).IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound", "Event not found");
        await gateway.Admin.DeleteAsync(made.Admin("")).IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound", "Event not found");
        var again = await made.PushResultsAsync(SmallExport.Result(2, 9_000));
        Assert.Contains(again.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Unauthorized });
    }

    [Fact]
    public async Task Takes_an_event_through_its_life()
    {
        var made = await gateway.EventAsync();
        var step = await made.Holder.PatchJsonAsync(made.Admin("/status"), """{"status":"startlist"}""").IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            $$"""{"eventId":"{{made.Id}}","previousStatus":"draft","status":"startlist","statusChangedAt":"2026-01-24T12:00:00.000Z"}""", step.GetRawText());
        await made.GoAsync("running", "finished", "running", "finished", "official");
        var refused = await made.Holder.PatchJsonAsync(made.Admin("/status"), """{"status":"running"}""")
            .IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidTransition");
        Assert.Equal(("official", "running", "[]"), Transition(refused));
    }

    [Fact]
    public async Task Tells_where_an_event_may_go_that_may_not_go_there()
    {
        var made = await gateway.EventAsync();
        await made.GoAsync("startlist");
        var refused = await gateway.Admin.PatchJsonAsync(made.Admin("/status"), """{"status":"official"}""")
            .IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidTransition");
        Assert.Equal(("startlist", "official", """["running","draft"]"""), Transition(refused));
        await made.Holder.PatchJsonAsync(made.Admin("/status"), """{"status":"soon"}""").IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");
        await made.Holder.PatchJsonAsync(made.Admin("/status"), "{}").IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");
        await gateway.Client.PatchJsonAsync(made.Admin("/status"), """{"status":"running"}""").IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
        await gateway.Admin.PatchJsonAsync("/api/v1/admin/events/nowhere/status", """{"status":"running"}""")
            .IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound", "Event not found");
    }

    [Fact]
    public async Task Changes_what_is_named_of_the_configuration_and_no_more()
    {
        var made = await gateway.EventAsync();
        await made.Holder.PatchJsonAsync(made.Admin("/config"), """{"displayMode":"detailed","maxConnections":"7"}""").IsAsync(HttpStatusCode.OK);
        var config = await made.Holder.GetAsync(made.Admin("/config")).IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            """{"activeRaceId":null,"displayMode":"detailed","showOnCourse":null,"strategy":"push-wins","maxConnections":7}""", config.GetRawText());
        await made.Holder.PatchJsonAsync(made.Admin("/config"), """{"maxConnections":-1}""").IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");
        await made.Holder.PatchJsonAsync(made.Admin("/config"), """{"strategy":7}""").IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");
        await gateway.Client.GetAsync(made.Admin("/config")).IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
    }

    private static (string?, string?, string) Transition(System.Text.Json.JsonElement body) => (
        body.GetProperty("currentStatus").GetString(), body.GetProperty("requestedStatus").GetString(), body.GetProperty("validTransitions").GetRawText());
}

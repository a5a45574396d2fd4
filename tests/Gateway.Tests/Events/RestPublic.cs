using System.Net;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

public sealed class RestPublic(EventFixture gateway) : IClassFixture<EventFixture>
{
    [Fact]
    public async Task Shows_an_event_with_its_classes_and_races()
    {
        var made = await gateway.RunningAsync();
        var overview = await gateway.Client.GetAsync(made.Path()).IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            $$"""{"eventId":"{{made.Id}}","mainTitle":"Event {{made.Id}}","subTitle":"Second","location":"Troja","startDate":null,"endDate":null,"discipline":"Slalom","status":"running","imageUrl":null,"facility":null}""",
            overview.GetProperty("event").GetRawText());
        Assert.Equal(
            """[{"classId":"K1M","name":"K1m","longTitle":"Kayak men","categories":[{"catId":"S","name":"Seniors","firstYear":1990,"lastYear":2005}]}]""",
            overview.GetProperty("classes").GetRawText());
        Assert.Equal(
            """[{"raceId":"K1M_FIN_6","classId":"K1M","raceType":"final","raceOrder":1,"startTime":"2026-01-24T10:00:00.000Z","raceStatus":3}]""",
            overview.GetProperty("races").GetRawText());
        var listed = await gateway.Client.GetAsync("/api/v1/events").IsAsync(HttpStatusCode.OK);
        Assert.Contains(overview.GetProperty("event").GetRawText(), listed.GetProperty("events").EnumerateArray().Select(one => one.GetRawText()));
    }

    [Fact]
    public async Task Hides_drafts()
    {
        var draft = await gateway.EventAsync();
        foreach (var id in new[] { draft.Id, "nowhere", "no%20id", new string('x', 200) })
        {
            foreach (var more in new[] { "", "/results/K1M_FIN_6", "/startlist/K1M_FIN_6", "/oncourse", "/categories" })
            {
                await gateway.Client.GetAsync($"/api/v1/events/{id}{more}").IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound", "Event not found");
            }
        }

        var listed = await gateway.Client.GetAsync("/api/v1/events").IsAsync(HttpStatusCode.OK);
        Assert.DoesNotContain(draft.Id, listed.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("eventId").GetString()));
    }

    [Fact]
    public async Task Shows_results_ranked_anew_as_soon_as_they_are_pushed()
    {
        var made = await gateway.RunningAsync();
        await made.PushResultsAsync($"{SmallExport.Result(2, 9_000, 100)},{SmallExport.Result(3, 9_200)}").IsAsync(HttpStatusCode.OK);

        var answer = await gateway.Client.GetAsync(made.Path($"/results/{SmallExport.Race}")).IsAsync(HttpStatusCode.OK);
        Assert.Equal("K1M_FIN_6", answer.GetProperty("race").GetProperty("raceId").GetString());
        Assert.Equal(["2:1:0.00", "1:2:+1.00", "3:2:+1.00"], Ranks(answer));
        var group = await gateway.Client.GetAsync(made.Path($"/results/{SmallExport.Race}?catId=S")).IsAsync(HttpStatusCode.OK);
        Assert.Equal(["2:1:0.00", "1:2:+1.00"], Ranks(group));
        Assert.False(answer.GetProperty("results")[0].TryGetProperty("gates", out _));
    }

    [Fact]
    public async Task Keeps_the_place_of_a_gate_that_is_not_passed_and_its_null()
    {
        var made = await gateway.RunningAsync();
        var answer = await gateway.Client.GetAsync(made.Path($"/results/{SmallExport.Race}?detailed=true")).IsAsync(HttpStatusCode.OK);
        var first = answer.GetProperty("results")[0];
        Assert.Equal(
            """[{"number":1,"type":"normal","penalty":0},{"number":2,"type":"reverse","penalty":2},{"number":3,"type":"normal","penalty":null}]""",
            first.GetProperty("gates").GetRawText());
        Assert.Equal(3, first.GetProperty("courseGateCount").GetInt32());
    }

    [Fact]
    public async Task Shows_start_lists_and_categories()
    {
        var made = await gateway.RunningAsync();
        var list = await gateway.Client.GetAsync(made.Path($"/startlist/{SmallExport.Race}")).IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            """{"startOrder":1,"bib":1,"athleteId":"1","name":"NOVAK Jan","club":"USK","noc":"CZE","catId":"S","startTime":"10:00:00"}""",
            list.GetProperty("startlist")[0].GetRawText());
        Assert.Equal(3, list.GetProperty("startlist").GetArrayLength());
        var categories = await gateway.Client.GetAsync(made.Path("/categories")).IsAsync(HttpStatusCode.OK);
        Assert.Equal("K1M", categories.GetProperty("categories")[0].GetProperty("classIds")[0].GetString());
        foreach (var call in new[] { "results", "startlist" })
        {
            await gateway.Client.GetAsync(made.Path($"/{call}/NO_RACE")).IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound", "Race not found");
        }
    }

    [Fact]
    public async Task Forgets_who_is_on_the_course_10_s_after_it_was_last_said()
    {
        var made = await gateway.RunningAsync();
        await made.PushOnCourseAsync($"{SmallExport.OnCourse(2, 2)},{SmallExport.OnCourse(3, 1)}").IsAsync(HttpStatusCode.OK);
        var present = await gateway.Client.GetAsync(made.Path("/oncourse")).IsAsync(HttpStatusCode.OK);
        Assert.Equal([3, 2], present.GetProperty("oncourse").EnumerateArray().Select(entry => entry.GetProperty("bib").GetInt32()));
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"oncourse":[]}""", await gateway.Client.GetStringAsync(made.Path("/oncourse")));
    }

    [Fact]
    public async Task Shows_a_real_export_of_two_days()
    {
        var made = await gateway.EventAsync();
        await made.PostXmlAsync(new StreamContent(SlalomExport.Open())).IsAsync(HttpStatusCode.OK);
        await made.GoAsync("startlist");
        var overview = await gateway.Client.GetAsync(made.Path()).IsAsync(HttpStatusCode.OK);
        Assert.Equal(45, overview.GetProperty("races").GetArrayLength());
        var lines = 0;
        foreach (var race in overview.GetProperty("races").EnumerateArray())
        {
            var answer = await gateway.Client.GetAsync(made.Path($"/startlist/{race.GetProperty("raceId").GetString()}")).IsAsync(HttpStatusCode.OK);
            lines += answer.GetProperty("startlist").GetArrayLength();
        }

        Assert.Equal(1_422, lines);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/events/e1/nothing")]
    public async Task Names_every_error_under_its_address(string path) =>
        await gateway.Client.GetAsync(path).IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound");

    [Fact]
    public async Task Is_well()
    {
        var answer = await gateway.Client.GetAsync("/health").IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"status":"ok"}""", answer.GetRawText());
        await gateway.Client.PostJsonAsync("/api/v1/events", "{}").IsNamedErrorAsync(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed");
    }

    private static List<string> Ranks(JsonElement answer) =>
    [
        .. answer.GetProperty("results").EnumerateArray()
            .Select(line => $"{line.GetProperty("bib")}:{line.GetProperty("rnk")}:{line.GetProperty("totalBehind").GetString()}"),
    ];
}

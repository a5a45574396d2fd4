using System.Net;
using System.Text;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

public sealed class RestIngest(EventFixture gateway) : IClassFixture<EventFixture>
{
    private const string Counts = """{"imported":{"participants":3,"classes":1,"races":1,"results":3,"courses":1},"skipped":0}""";

    [Fact]
    public async Task Takes_an_export_as_it_is_or_within_JSON()
    {
        var made = await gateway.EventAsync();
        Assert.Equal(Counts, (await made.PostXmlAsync(new StringContent(SmallExport.Xml), "text/xml").IsAsync(HttpStatusCode.OK)).GetRawText());
        var json = JsonSerializer.Serialize(new { xml = SmallExport.Xml });
        Assert.Equal(Counts, (await made.Holder.PostJsonAsync("/api/v1/ingest/xml", json).IsAsync(HttpStatusCode.OK)).GetRawText());
        Assert.Equal(Counts, (await gateway.Admin.PostJsonAsync($"/api/v1/ingest/xml?eventId={made.Id}", json).IsAsync(HttpStatusCode.OK)).GetRawText());
    }

    [Theory]
    [InlineData("", "Missing or invalid X-API-Key header")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "Invalid API key")]
    [InlineData("short", "Invalid API key")]
    public async Task Wants_the_key_of_an_event(string key, string message)
    {
        using var stranger = key.Length == 0 ? new HttpClient { BaseAddress = gateway.Client.BaseAddress } : gateway.Showing("X-API-Key", key);
        foreach (var call in new[] { "xml", "oncourse", "results" })
        {
            await stranger.PostJsonAsync($"/api/v1/ingest/{call}", "{}").IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized", message);
        }
    }

    [Fact]
    public async Task Takes_no_key_for_another_event()
    {
        var (one, other) = (await gateway.EventAsync(), await gateway.EventAsync());
        await one.Holder.PostJsonAsync($"/api/v1/ingest/xml?eventId={other.Id}", "{}").IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Theory]
    [InlineData(",\"startDate\":\"2026-02-04\"", "API key is not valid before 2026-01-25T00:00:00.000Z")]
    [InlineData(",\"startDate\":\"2026-01-01\",\"endDate\":\"2026-01-18\"", "API key expired at 2026-01-23T00:00:00.000Z")]
    public async Task Takes_a_key_only_around_the_event(string days, string message)
    {
        var made = await gateway.EventAsync(days);
        await made.PostXmlAsync(new StringContent(SmallExport.Xml)).IsNamedErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized", message);
    }

    [Fact]
    public async Task Asks_for_the_event_where_the_master_key_names_none()
    {
        await gateway.Admin.PostJsonAsync("/api/v1/ingest/results", """{"results":[]}""").IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidRequest");
        await gateway.Admin.PostJsonAsync("/api/v1/ingest/results?eventId=nowhere", """{"results":[]}""").IsNamedErrorAsync(HttpStatusCode.NotFound, "NotFound");
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("startlist")]
    [InlineData("running")]
    [InlineData("finished")]
    [InlineData("official")]
    public async Task Takes_in_each_state_what_belongs_to_it(string state)
    {
        var made = await gateway.EventAsync();
        await made.ImportAsync(SmallExport.Xml);
        string[] way = ["draft", "startlist", "running", "finished", "official"];
        await made.GoAsync(way[1..(Array.IndexOf(way, state) + 1)]);
        await ExpectAsync(state != "official", "xml", made.PostXmlAsync(new StringContent(SmallExport.Xml)));
        await ExpectAsync(state == "running", "oncourse", made.PushOnCourseAsync(SmallExport.OnCourse(2, 1)));
        await ExpectAsync(state is "running" or "finished", "results", made.PushResultsAsync(SmallExport.Result(2, 9_000)));

        async Task ExpectAsync(bool isTaken, string type, Task<HttpResponseMessage> call)
        {
            if (isTaken)
            {
                await call.IsAsync(HttpStatusCode.OK);
            }
            else
            {
                await call.IsNamedErrorAsync(HttpStatusCode.Forbidden, "Forbidden", $"Data type '{type}' not accepted in '{state}' state");
            }
        }
    }

    [Fact]
    public async Task Ignores_pushes_before_the_first_export()
    {
        var made = await gateway.EventAsync();
        await made.GoAsync("startlist", "running");
        Assert.Equal("""{"active":0,"skipped":0,"ignored":true}""", (await made.PushOnCourseAsync("").IsAsync(HttpStatusCode.OK)).GetRawText());
        Assert.True((await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK)).GetProperty("ignored").GetBoolean());
    }

    [Fact]
    public async Task Counts_what_it_takes_and_skips_what_it_does_not_know()
    {
        var made = await gateway.RunningAsync();
        var results = await made.PushResultsAsync($$"""{{SmallExport.Result(2, 9_000, more: ",\"status\":\"\",\"gates\":[{\"gate\":1,\"time\":1,\"pen\":2}]")}},{"raceId":"K1M_FIN_6","participantId":"9.K1M"}""")
            .IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"updated":1,"skipped":1}""", results.GetRawText());
        var onCourse = await made.PushOnCourseAsync($$"""{{SmallExport.OnCourse(2, 2)}},{{SmallExport.OnCourse(3, 1)}}""").IsAsync(HttpStatusCode.OK);
        Assert.Equal("""{"active":2,"skipped":0}""", onCourse.GetRawText());
    }

    [Theory]
    [InlineData("results", "{}")]
    [InlineData("results", """{"results":7}""")]
    [InlineData("results", """{"results":[null]}""")]
    [InlineData("results", """{"results":[{"raceId":"K1M_FIN_6"}]}""")]
    [InlineData("results", """{"results":[{"raceId":"K1M_FIN_6","participantId":"2.K1M","time":-1}]}""")]
    [InlineData("results", """{"results":[{"raceId":"K1M_FIN_6","participantId":"2.K1M","time":"soon"}]}""")]
    [InlineData("results", """{"results":[{"raceId":"K1M_FIN_6","participantId":"2.K1M","gates":[{"gate":999,"pen":0}]}]}""")]
    [InlineData("oncourse", """{"oncourse":{}}""")]
    [InlineData("oncourse", """{"oncourse":[{"raceId":"K1M_FIN_6","participantId":"2.K1M"}]}""")]
    [InlineData("oncourse", """{"oncourse":[{"raceId":"K1M_FIN_6","participantId":"2.K1M","bib":2,"position":1,"gates":["x"]}]}""")]
    [InlineData("oncourse", "not JSON")]
    [InlineData("xml", "{}")]
    [InlineData("xml", """{"xml":7}""")]
    public async Task Refuses_what_is_no_push_and_changes_nothing(string call, string body)
    {
        var made = await gateway.RunningAsync();
        var before = await gateway.Client.GetStringAsync(made.Path($"/results/{SmallExport.Race}"));
        var answer = await made.Holder.PostJsonAsync($"/api/v1/ingest/{call}", body).IsAsync(HttpStatusCode.BadRequest);
        Assert.Contains(answer.GetProperty("error").GetString(), new[] { "InvalidRequest", "InvalidXml" });
        Assert.NotEmpty(answer.GetProperty("message").GetString()!);
        Assert.Equal(before, await gateway.Client.GetStringAsync(made.Path($"/results/{SmallExport.Race}")));
    }

    [Theory]
    [InlineData("<Canoe123Data>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Canoe123Data>&b;</Canoe123Data>")]
    [InlineData("<Canoe123Data><Events><EventId>X</EventId></Events></Canoe123Data>")]
    public async Task Refuses_what_is_no_export_and_keeps_the_picture(string xml)
    {
        var made = await gateway.RunningAsync();
        var before = await gateway.Client.GetStringAsync(made.Path());
        await made.PostXmlAsync(new StringContent(xml)).IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidXml");
        Assert.Equal(before, await gateway.Client.GetStringAsync(made.Path()));
    }

    /// <summary>Other places, another race and another result are read by then.</summary>
    [Fact]
    public async Task Refuses_an_export_that_breaks_off_half_way_and_keeps_the_picture()
    {
        var made = await gateway.RunningAsync();
        await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK);
        var before = await made.ReadAsync();
        var other = SmallExport.Xml.Replace("Troja", "Roudnice", StringComparison.Ordinal).Replace("K1M_FIN_6", "K1M_FIN_7", StringComparison.Ordinal)
            .Replace("9000", "8000", StringComparison.Ordinal);
        for (var end = other.IndexOf("<Schedule>", StringComparison.Ordinal); end < other.Length - 10; end += 97)
        {
            await made.PostXmlAsync(new StringContent(other[..end])).IsNamedErrorAsync(HttpStatusCode.BadRequest, "InvalidXml");
        }

        Assert.Equal(before, await made.ReadAsync());
        await made.ImportAsync(other);
        Assert.NotEqual(before, await made.ReadAsync());
    }

    [Fact]
    public async Task Refuses_more_than_10_MiB_before_it_is_read_to_its_end()
    {
        var made = await gateway.EventAsync();
        var xml = new string(' ', 10 << 20) + SmallExport.Xml;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/ingest/xml?eventId={made.Id}");
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent(xml, Encoding.UTF8, "application/xml");
        await gateway.Admin.SendAsync(request).IsNamedErrorAsync(HttpStatusCode.RequestEntityTooLarge, "PayloadTooLarge");
        await made.Holder.PostJsonAsync("/api/v1/ingest/xml", JsonSerializer.Serialize(new { xml }))
            .IsNamedErrorAsync(HttpStatusCode.RequestEntityTooLarge, "PayloadTooLarge");
    }

    [Fact]
    public async Task Takes_10_MiB()
    {
        var made = await gateway.EventAsync();
        var filler = $"<!--{new string('.', 1_000)}-->";
        var room = (10 << 20) - SmallExport.Xml.Length - 200;
        var xml = SmallExport.Xml.Replace("</Canoe123Data>", string.Concat(Enumerable.Repeat(filler, room / filler.Length)) + "</Canoe123Data>", StringComparison.Ordinal);
        Assert.Equal(Counts, (await made.PostXmlAsync(new StringContent(xml)).IsAsync(HttpStatusCode.OK)).GetRawText());
    }
}

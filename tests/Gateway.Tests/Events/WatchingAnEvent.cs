using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

public sealed class WatchingAnEvent(EventFixture gateway) : IClassFixture<EventFixture>
{
    [Fact]
    public async Task Begins_with_everything_and_goes_on_with_what_changes()
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        var full = await spectator.NextAsync();
        Assert.Equal(["type", "epoch", "seq", "data"], full.Select(member => member.Key));
        Assert.Equal(["event", "classes", "races", "categories", "results", "oncourse"], full["data"]!.AsObject().Select(member => member.Key));

        await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK);
        var diff = await spectator.NextAsync();
        Assert.Equal("diff", (string?)diff["type"]);
        Assert.Equal(SmallExport.Race, (string?)diff["data"]!["raceId"]);
        Assert.Equal((long)full["seq"]! + 1, (long)diff["seq"]!);

        await made.ImportAsync(SmallExport.Xml.Replace("Troja", "Roudnice", StringComparison.Ordinal));
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);
        await made.GoAsync("finished");
        Assert.Equal("""{"status":"finished"}""", (await NextUpdateAsync(spectator))["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Tells_who_is_on_the_course_without_a_number_and_when_nobody_is()
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        var seq = (long)(await spectator.NextAsync())["seq"]!;
        await made.PushOnCourseAsync(SmallExport.OnCourse(2, 1)).IsAsync(HttpStatusCode.OK);
        var diff = await spectator.NextAsync();
        Assert.Equal(["type", "data"], diff.Select(member => member.Key));
        Assert.Equal(2, (int?)diff["data"]!["oncourse"]![0]!["bib"]);
        await using var newcomer = await EventSpectator.ConnectAsync(made.Socket);
        await newcomer.ShowsAsync(spectator.Shows());

        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"oncourse":[]}""", (await spectator.NextAsync())["data"]!.ToJsonString());
        Assert.Equal(seq, spectator.Seq);
    }

    [Fact]
    public async Task Goes_on_where_it_was_left_off()
    {
        var made = await gateway.RunningAsync();
        var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        await spectator.DisposeAsync();
        await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK);
        await made.PushResultsAsync(SmallExport.Result(3, 8_000)).IsAsync(HttpStatusCode.OK);
        await made.PushOnCourseAsync(SmallExport.OnCourse(1, 1)).IsAsync(HttpStatusCode.OK);

        await using var back = await EventSpectator.ConnectAsync(made.Socket, spectator);
        Assert.Equal("diff", (string?)(await back.NextAsync())["type"]);
        Assert.Equal("diff", (string?)(await back.NextAsync())["type"]);
        Assert.NotNull((await back.NextAsync())["data"]!["oncourse"]);
        await using var fresh = await EventSpectator.ConnectAsync(made.Socket);
        await fresh.NextAsync();
        Assert.Equal(fresh.Shows(), back.Shows());
    }

    [Theory]
    [InlineData("otherepoch:1")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Begins_anew_for_a_position_that_is_none(string since)
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(new UriBuilder(made.Socket) { Query = $"since={since}" }.Uri);
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);
    }

    [Fact]
    public async Task Is_not_disturbed_by_what_a_client_says()
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        foreach (var text in new[] { "{}", "not JSON", """{"type":"subscribe","channel":"contest:a"}""" })
        {
            await spectator.SayAsync(text);
        }

        await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK);
        Assert.Equal("diff", (string?)(await spectator.NextAsync())["type"]);
    }

    [Fact]
    public async Task Ends_5_s_after_the_results_are_official()
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await using var other = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        await other.NextAsync();
        await made.GoAsync("finished", "official");
        Assert.Equal("""{"status":"finished"}""", (await spectator.NextAsync())["data"]!.ToJsonString());
        Assert.Equal("""{"status":"official"}""", (await spectator.NextAsync())["data"]!.ToJsonString());
        gateway.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Null(spectator.CloseStatus);

        var closed = spectator.ClosedAsync();
        await Until.TrueAsync(() => closed.IsCompleted, gateway.Clock);
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "Event results are official"), await closed);
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "Event results are official"), await other.ClosedAsync());
        await RefusedAsync(made, HttpStatusCode.Gone, """{"error":"EventOfficial","message":"Event results are official. No live updates available."}""");
    }

    [Theory]
    [InlineData(true, "Event deleted")]
    [InlineData(false, "Event not publicly available")]
    public async Task Ends_when_the_event_is_gone(bool isDeleted, string reason)
    {
        var made = await gateway.EventAsync();
        await made.GoAsync("startlist");
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        using var answer = isDeleted
            ? await gateway.Admin.DeleteAsync(made.Admin(""))
            : await made.Holder.PatchJsonAsync(made.Admin("/status"), """{"status":"draft"}""");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal((WebSocketCloseStatus.NormalClosure, reason), await spectator.ClosedAsync());
        await RefusedAsync(made, HttpStatusCode.NotFound, """{"error":"EventNotFound","message":"Event not found or not publicly available"}""");
    }

    /// <summary>The gateway asks the event what it has missed, and there is none any more.</summary>
    [Fact]
    public async Task Ends_when_the_event_is_gone_though_the_gateway_was_not_told_why()
    {
        await using var other = await gateway.StartAnotherAsync(engine => new PositionsOnly(engine));
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.SocketAt(other.Client));
        await spectator.NextAsync();
        await made.PushResultsAsync(SmallExport.Result(2, 9_000)).IsAsync(HttpStatusCode.OK);
        Assert.Equal("diff", (string?)(await spectator.NextAsync())["type"]);

        using var deleted = await gateway.Admin.DeleteAsync(made.Admin(""));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "Event deleted"), await spectator.ClosedAsync());
        Assert.Empty(other.Log.Lines);
    }

    [Fact]
    public async Task Ends_with_the_gateway()
    {
        await using var other = await gateway.StartAnotherAsync();
        var made = await gateway.RunningAsync();
        await using var spectator = await EventSpectator.ConnectAsync(made.SocketAt(other.Client));
        await spectator.NextAsync();
        await other.App.StopAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, (await spectator.ClosedAsync()).Item1);
    }

    [Fact]
    public async Task Is_refused_where_there_is_nothing_to_watch()
    {
        var draft = await gateway.EventAsync();
        const string notFound = """{"error":"EventNotFound","message":"Event not found or not publicly available"}""";
        await RefusedAsync(draft, HttpStatusCode.NotFound, notFound);
        await RefusedAsync(draft with { Id = "nowhere" }, HttpStatusCode.NotFound, notFound);
        await gateway.Client.GetAsync(draft.Path("/ws")).IsNamedErrorAsync(HttpStatusCode.UpgradeRequired, "UpgradeRequired");
    }

    [Fact]
    public async Task Is_not_possible_by_way_of_the_contests()
    {
        var made = await gateway.RunningAsync();
        await using var spectator = await Spectator.ConnectAsync(new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws" }.Uri);
        await spectator.SayAsync($$"""{"type":"subscribe","channel":"event:{{made.Id}}"}""");
        Assert.Equal($"Unknown channel: event:{made.Id}", (string?)(await spectator.NextAsync("error"))["data"]!["message"]);
    }

    [Fact]
    public async Task Is_for_200_at_two_gateways_together()
    {
        await using var other = await gateway.StartAnotherAsync();
        var made = await gateway.RunningAsync();
        var present = new List<EventSpectator>();
        for (var n = 0; n < 200; n++)
        {
            present.Add(await EventSpectator.ConnectAsync(made.SocketAt(n % 2 == 0 ? gateway.Client : other.Client)));
        }

        const string full =
            """{"error":"ConnectionLimitReached","message":"Maximum number of concurrent connections reached for this event","maxConnections":200}""";
        await RefusedAsync(made, HttpStatusCode.ServiceUnavailable, full);
        await RefusedAsync(made, HttpStatusCode.ServiceUnavailable, full, other.Client);
        await Task.WhenAll(present.Select(spectator => spectator.NextAsync()));
        await present[0].DisposeAsync();
        await using var next = await ComesInAsync(made.SocketAt(other.Client));
        await next.NextAsync();
        foreach (var spectator in present)
        {
            await spectator.DisposeAsync();
        }
    }

    /// <summary>The slowest gets even slower, in a race of two runs: both races tell that one line, and nobody else's.</summary>
    [Fact]
    public async Task Costs_less_than_500_bytes_and_a_fifth_of_everything_for_one_result()
    {
        const string race = "K1M_ST_BR2_7";
        var made = await gateway.EventAsync();
        await made.PostXmlAsync(new StreamContent(SlalomExport.Open())).IsAsync(HttpStatusCode.OK);
        await made.GoAsync("startlist", "running");
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        var everything = spectator.Size;
        var rows = (await RealExport.SharedAsync()).Sections["Results"].Where(row => row["RaceId"] == race && RealExport.Number(row, "Total") is not null);
        var slowest = rows.MaxBy(row => RealExport.Number(row, "TotalTotal"))!;
        await made.PushResultsAsync(
            $$"""{"raceId":"{{race}}","participantId":"{{slowest["Id"]}}","bib":{{slowest["Bib"]}},"time":99900,"pen":5000,"total":104900}""").IsAsync(HttpStatusCode.OK);
        foreach (var shownIn in new[] { "K1M_ST_BR1_7", race })
        {
            var data = (await spectator.NextAsync())["data"]!;
            Assert.Equal((shownIn, 1), ((string?)data["raceId"], data["results"]!.AsArray().Count));
            Assert.InRange(spectator.Size, 1, Math.Min(499, everything / 5));
        }
    }

    [Fact]
    public async Task Is_told_to_read_again_where_two_lines_cannot_be_told_apart()
    {
        var made = await gateway.EventAsync();
        await made.ImportAsync(SmallExport.Xml.Replace("<ICFId>2</ICFId>", "<ICFId>1</ICFId>", StringComparison.Ordinal)
            .Replace("<Bib>2</Bib>", "", StringComparison.Ordinal));
        await made.GoAsync("startlist", "running");
        await using var spectator = await EventSpectator.ConnectAsync(made.Socket);
        await spectator.NextAsync();
        await using var earlier = await EventSpectator.ConnectAsync(made.Socket);
        await earlier.NextAsync();
        await earlier.DisposeAsync();
        await made.PushResultsAsync($$"""{"raceId":"{{SmallExport.Race}}","participantId":"2.K1M","bib":1,"time":8000,"pen":0,"total":8000}""")
            .IsAsync(HttpStatusCode.OK);

        var refresh = await spectator.NextAsync();
        Assert.Equal(["type", "epoch", "seq"], refresh.Select(member => member.Key));
        Assert.Equal("refresh", (string?)refresh["type"]);
        await using var anew = await EventSpectator.ConnectAsync(made.Socket);
        await anew.ShowsAsync(await made.ReadAsync());
        await using var back = await EventSpectator.ConnectAsync(made.Socket, earlier);
        Assert.Equal(refresh.ToJsonString(), (await back.NextAsync()).ToJsonString());
    }

    private static async Task<JsonObject> NextUpdateAsync(EventSpectator spectator)
    {
        JsonObject message;
        do
        {
            message = await spectator.NextAsync();
        }
        while (message["seq"] is null);

        return message;
    }

    private async Task RefusedAsync(EventInHand made, HttpStatusCode status, string body, HttpClient? at = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, made.Path("/ws"));
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        var asking = (at ?? gateway.Client).SendAsync(request);
        await Until.TrueAsync(() => asking.IsCompleted, gateway.Clock);
        using var answer = await asking;
        Assert.Equal((status, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>A seat comes free when its gateway has said so, for which time must pass.</summary>
    private async Task<EventSpectator> ComesInAsync(Uri address)
    {
        for (var tries = 0; ; tries++)
        {
            var coming = EventSpectator.ConnectAsync(address);
            await Until.TrueAsync(() => coming.IsCompleted, gateway.Clock);
            try
            {
                return await coming;
            }
            catch (WebSocketException) when (tries < 20)
            {
                gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }
}

using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class ConnectingToAPileup(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private readonly string id = PileupFixture.NewId();

    [Fact]
    public async Task Shows_the_whole_state_in_the_greeting()
    {
        await fixture.PrepareAsync(id, "active W1AW next frequency split");
        await using var client = await fixture.ConnectAsync(id);
        await using var other = await fixture.ConnectAsync(id);
        var data = client.Greeting["data"]!.AsObject();

        Assert.Equal(["type", "event", "event_type", "data", "timestamp", "epoch", "seq"], client.Greeting.Select(member => member.Key));
        Assert.Equal(["message", "server_time", "connection_id", "events_enabled", "state"], data.Select(member => member.Key));
        Assert.Equal(("WebSocket connection established", true), ((string?)data["message"], (bool)data["events_enabled"]!));
        var state = data["state"]!;
        Assert.Equal(["system_status", "current_qso", "frequency_update", "split_update", "queue_update"], state.AsObject().Select(member => member.Key));
        Assert.Equal(("W1AW", "14.205 MHz", 0), ((string?)state["current_qso"]!["callsign"], (string?)state["frequency_update"]!["frequency"], (int)state["queue_update"]!["total"]!));
        Assert.NotEqual((string?)data["connection_id"], (string?)other.Greeting["data"]!["connection_id"]);
    }

    [Fact]
    public async Task Has_nothing_to_do_with_the_pileup_beside_it()
    {
        var second = PileupFixture.NewId();
        await using var here = await fixture.ConnectOperatorAsync(id);
        await using var there = await fixture.ConnectAsync(second);
        await here.AskAsync("admin.set_system_status", """{"active":true}""");
        await here.HearAsync(3);
        await here.AskAsync("queue.register", """{"callsign":"W1AW"}""");

        await there.PingAsync();
        Assert.False((bool)(await there.AskAsync("public.get_status"))["data"]!["active"]!);
        Assert.Single((await fixture.Pileup(id).View()).Queue);
    }

    [Fact]
    public async Task Without_a_name_is_to_the_default_one()
    {
        await using var client = await PileupClient.ConnectAsync(new UriBuilder(fixture.Public.BaseAddress!) { Scheme = "ws", Path = "/ws/connect" }.Uri);
        await fixture.Pileup("default").AnnounceFrequency("7.1 MHz");

        Assert.StartsWith("frequency_update", Assert.Single(await client.HearAsync(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ws/connect?pileup=%2e%2e")]
    [InlineData("/api/events/stream?pileup=a%20b")]
    [InlineData("/api/queue/list?pileup=a/b")]
    [InlineData("/api/public/status?pileup=.x")]
    public async Task Of_an_impossible_name_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        using var answer = await fixture.Public.SendAsync(path.StartsWith("/ws", StringComparison.Ordinal) ? request : new HttpRequestMessage(HttpMethod.Get, path));

        Assert.Equal(404, (int)answer.StatusCode);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((string?)body["error"], (string?)body["detail"]);
    }

    [Fact]
    public async Task Counts_connections_and_operators_in_a_pong()
    {
        await using var one = await fixture.ConnectAsync(id);
        await using var two = await fixture.ConnectOperatorAsync(id);
        var pong = await one.PingAsync();

        Assert.Equal("p1", (string?)pong["id"]);
        Assert.Equal(["server_time", "connection_count", "authenticated_count"], pong["data"]!.AsObject().Select(member => member.Key));
        Assert.Equal((2, 1), ((int)pong["data"]!["connection_count"]!, (int)pong["data"]!["authenticated_count"]!));
    }

    [Fact]
    public async Task Says_what_the_server_is_and_can()
    {
        await using var client = await fixture.ConnectAsync(id);
        var info = (await client.AskAsync("system.info"))["data"]!;
        var heartbeat = (await client.AskAsync("system.heartbeat"))["data"]!;

        Assert.Equal(("Pileup Buster WebSocket Server", "1.0", 21), ((string?)info["server"], (string?)info["protocol_version"], info["supported_operations"]!.AsArray().Count));
        Assert.Equal("""{"authentication":true,"real_time_events":true,"qrz_integration":false,"rate_limiting":true}""", info["features"]!.ToJsonString());
        Assert.True((bool)heartbeat["heartbeat"]! && (double)heartbeat["uptime"]! >= 0);
    }

    [Fact]
    public async Task Is_refused_where_there_are_as_many_as_there_may_be()
    {
        await using var gateway = await RunningGateway.StartAsync("--Pileup:Connections=3");
        var address = PileupFixture.SocketOf(gateway, "full");
        await using var first = await PileupClient.ConnectAsync(address);
        await using var second = await PileupClient.ConnectAsync(address);
        await using var third = await PileupClient.ConnectAsync(address);
        await using var next = await PileupClient.OpenAsync(address);

        Assert.Equal((1013, "Server overloaded"), await next.ClosedAsync());
        await using var elsewhere = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "other"));
        await using var stream = await PileupListener.ListenAsync(gateway.Client, "full");
        await stream.HearAsync(1);
        Assert.Equal(3, (int)(await first.PingAsync())["data"]!["connection_count"]!);
    }

    [Fact]
    public async Task Ends_with_a_word_when_the_gateway_stops()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "x"));
        await using var stream = await PileupListener.ListenAsync(gateway.Client, "x");
        await stream.HearAsync(1);
        var stopping = gateway.App.StopAsync();

        Assert.Equal("shutdown", (string?)(await client.NextAsync())["event"]);
        Assert.Equal(1001, (await client.ClosedAsync()).Code);
        Assert.Equal("shutdown", (await stream.NextAsync())!.Value.Name);
        Assert.Null(await stream.NextAsync());
        await stopping;
    }

    [Fact]
    public async Task Of_a_configured_size_takes_so_many_callers()
    {
        await using var gateway = await RunningGateway.StartAsync([.. PileupFixture.Settings, "--Pileup:QueueSize=2", "--Pileup:QueueSizes:large=6"]);
        using var op = PileupFixture.OperatorOf(gateway);
        foreach (var (pileup, size) in new[] { ("any", 2), ("large", 6) })
        {
            await op.PostJsonAsync($"/api/admin/status?pileup={pileup}", """{"active":true}""").IsAsync(System.Net.HttpStatusCode.OK);
            for (var n = 0; n <= size; n++)
            {
                using var answer = await gateway.Client.PostJsonAsync($"/api/queue/register?pileup={pileup}", $$"""{"callsign":"W{{n}}AW"}""");
                Assert.Equal(n < size ? 200 : 400, (int)answer.StatusCode);
            }
        }
    }
}

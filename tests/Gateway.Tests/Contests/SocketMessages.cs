using System.Text;
using OrleansContest.Gateway.Tests.Hub;

namespace OrleansContest.Gateway.Tests.Contests;

/// <summary>The table of the contest-log contract, row by row.</summary>
public sealed class SocketMessages
{
    private const string UnknownX = """{"type":"error","data":{"message":"Unknown message type: X"}}""";
    private const string InvalidFormat = """{"type":"error","data":{"message":"Invalid message format"}}""";

    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","unknown":{"fields":["are","ignored"]}}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"X"}""", UnknownX)]
    [InlineData("""{"type":"Subscribe","channel":"contest:a"}""", """{"type":"error","data":{"message":"Unknown message type: Subscribe"}}""")]
    [InlineData("""{}""", """{"type":"error","data":{"message":"Unknown message type: undefined"}}""")]
    [InlineData("""{"type":7}""", """{"type":"error","data":{"message":"Unknown message type: 7"}}""")]
    [InlineData("""{"type":null}""", """{"type":"error","data":{"message":"Unknown message type: null"}}""")]
    [InlineData("", InvalidFormat)]
    [InlineData("ping", InvalidFormat)]
    [InlineData("""{"type":"ping"} {}""", InvalidFormat)]
    [InlineData("""["ping"]""", InvalidFormat)]
    [InlineData("\"ping\"", InvalidFormat)]
    [InlineData("null", InvalidFormat)]
    [InlineData("""{"type":"\ud800"}""", InvalidFormat)]
    [InlineData("""{"type":"ping","deep":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""", InvalidFormat)]
    [InlineData("""{"type":"subscribe"}""", """{"type":"error","data":{"message":"Missing channel"}}""")]
    [InlineData("""{"type":"unsubscribe"}""", """{"type":"error","data":{"message":"Missing channel"}}""")]
    [InlineData("""{"type":"subscribe","channel":7}""", """{"type":"error","data":{"message":"Invalid channel: it must be a string such as contest:ID or global"}}""")]
    [InlineData("""{"type":"subscribe","channel":""}""", """{"type":"error","data":{"message":"Invalid channel: it must be a string such as contest:ID or global"}}""")]
    [InlineData("""{"type":"subscribe","channel":"contest:nobody"}""", """{"type":"error","data":{"message":"Unknown channel: contest:nobody"}}""")]
    [InlineData("""{"type":"subscribe","channel":"contest:../a"}""", """{"type":"error","data":{"message":"Unknown channel: contest:../a"}}""")]
    [InlineData("""{"type":"subscribe","channel":"quilt:a"}""", """{"type":"error","data":{"message":"Unknown channel: quilt:a"}}""")]
    [InlineData("""{"type":"unsubscribe","channel":"quilt:a"}""", """{"type":"error","data":{"message":"Unknown channel: quilt:a"}}""")]
    [InlineData("""{"type":"subscribe","channel":"contest:a","filters":[]}""", """{"type":"error","data":{"message":"Invalid filters: they must be an object"}}""")]
    [InlineData("""{"type":"subscribe","channel":"contest:a","filters":{"band":["20"]}}""", """{"type":"error","data":{"message":"Invalid filters: \u0022band\u0022 must be a short text, a number, true, false or null"}}""")]
    [InlineData("""{"type":"subscribe","channel":"contest:a","since":7}""", """{"type":"error","data":{"message":"Invalid since: it must be a string, EPOCH:SEQ"}}""")]
    [InlineData("""{"type":"unsubscribe","channel":"contest:a"}""", """{"type":"unsubscribed","channel":"contest:a","data":{"message":"Unsubscribed from contest:a"}}""")]
    public async Task Are_answered_as_the_contract_says(string said, string answer)
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a");
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);

        await spectator.SayAsync(said);

        Assert.Equal(answer, (await spectator.NextAsync()).ToJsonString());
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Begin_with_the_servers_greeting()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var socket = await RawSocket.ConnectAsync(gateway.Socket);

        var (opcode, payload) = await socket.ReadFrameAsync();

        Assert.Equal(RawSocket.Text, opcode);
        Assert.Equal("""{"type":"connected","data":{"message":"Connected to the contest log"}}""", Encoding.UTF8.GetString(payload));
    }

    [Fact]
    public async Task Subscribe_in_the_contracts_order_and_shape()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);

        await spectator.SayAsync("""{"type":"subscribe","channel":"contest:a"}""");
        Assert.Equal("""{"type":"subscribed","channel":"contest:a","data":{"message":"Subscribed to contest:a"}}""", (await spectator.NextAsync()).ToJsonString());
        Assert.StartsWith("""{"type":"full","channel":"contest:a","epoch":"e1","seq":0,"data":{"contest":""", (await spectator.NextAsync()).ToJsonString());

        contest.Publish(("logEntry:created", """{"id":"a.1"}"""), ("aggregate:updated", """{"totalQsos":1}"""), ("dupe:detected", """{"entry":{},"duplicate":{}}"""));
        Assert.Equal("""{"type":"logEntry:created","channel":"contest:a","epoch":"e1","seq":1,"data":{"id":"a.1"}}""", (await spectator.NextAsync()).ToJsonString());
        Assert.Equal("""{"type":"aggregate:updated","channel":"contest:a","epoch":"e1","seq":2,"data":{"totalQsos":1}}""", (await spectator.NextAsync()).ToJsonString());
        Assert.Equal("""{"type":"dupe:detected","channel":"contest:a","epoch":"e1","seq":3,"data":{"entry":{},"duplicate":{}}}""", (await spectator.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task Name_at_most_a_hundred_characters_of_what_was_not_understood()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);

        await spectator.SayAsync($$"""{"type":"{{new string('x', 60_000)}}"}""");

        Assert.Equal($"Unknown message type: {new string('x', 100)}…", (string?)(await spectator.NextAsync())["data"]!["message"]);
    }

    [Fact]
    public async Task Subscribe_to_fifty_channels_and_no_more()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:MessageBurst"] = "1000" });
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);
        for (var i = 0; i < 51; i++)
        {
            gateway.Channels.Contest($"c{i}");
        }

        for (var i = 0; i < 50; i++)
        {
            await spectator.SubscribeAsync($"contest:c{i}");
        }

        await spectator.SayAsync("""{"type":"subscribe","channel":"contest:c50"}""");
        Assert.Equal("Too many subscriptions: one socket may hold 50", (string?)(await spectator.NextAsync("error"))["data"]!["message"]);
        await spectator.SubscribeAsync("contest:c49");
        await spectator.SayAsync("""{"type":"unsubscribe","channel":"contest:c0"}""");
        await spectator.NextAsync("unsubscribed");
        await spectator.SubscribeAsync("contest:c50");
    }

    [Fact]
    public async Task Say_so_when_a_contest_cannot_answer_now()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a").IsDown = true;
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);

        await spectator.SayAsync("""{"type":"subscribe","channel":"contest:a"}""");
        Assert.Equal("contest:a cannot answer now; try again in a moment", (string?)(await spectator.NextAsync())["data"]!["message"]);

        gateway.Channels.Contest("a").IsDown = false;
        await spectator.SubscribeAsync("contest:a");
        await spectator.NextAsync("full");
    }
}

using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Hub;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class SocketFilters
{
    private const string A = "contest:a";
    private const string Only20 = ""","filters":{"band":"20"}""";

    private static (string Type, string Data) Entry(string band, string type = "logEntry:created") =>
        (type, """{"id":"a.1","band":"BAND","points":2,"isDupe":false,"clubId":null,"operatorStats":{"band":"20"}}""".Replace("BAND", band));

    private static (long? Seq, long? Prev) SeqAndPrev(JsonObject message) => ((long?)message["seq"], (long?)message["prev"]);

    [Theory]
    [InlineData("""{"band":"20"}""", true)]
    [InlineData("""{"band":"40"}""", false)]
    [InlineData("""{"band":20}""", false)]
    [InlineData("""{"points":2}""", true)]
    [InlineData("""{"points":2.0}""", true)]
    [InlineData("""{"points":"2"}""", false)]
    [InlineData("""{"isDupe":false}""", true)]
    [InlineData("""{"isDupe":true}""", false)]
    [InlineData("""{"clubId":null}""", true)]
    [InlineData("""{"grid":null}""", false)]
    [InlineData("""{"band":"20","points":2,"isDupe":false}""", true)]
    [InlineData("""{"band":"20","points":3}""", false)]
    [InlineData("""{"b\u0061nd":"\u00320"}""", true)]
    [InlineData("""{}""", true)]
    public async Task Want_exactly_these_values(string filters, bool passes)
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A, $""","filters":{filters}""");

        contest.Publish(Entry("20"), ("aggregate:updated", "{}"));
        await spectator.ReachAsync(A, 2);

        Assert.Equal(passes ? [1, 2] : [2], spectator.ChainOf(A).Singles);
    }

    [Theory]
    [InlineData("logEntry:created", """{"band":"20"}""", true)]
    [InlineData("logEntry:created", """{"band":"40"}""", false)]
    [InlineData("logEntry:updated", """{"band":"40"}""", false)]
    [InlineData("logEntry:deleted", """{"id":"a.1"}""", true)]
    [InlineData("dupe:detected", """{"entry":{"band":"20"},"duplicate":{"band":"40"}}""", true)]
    [InlineData("dupe:detected", """{"duplicate":{"band":"20"},"entry":{"band":"40"}}""", false)]
    [InlineData("aggregate:updated", """{"band":"40"}""", true)]
    [InlineData("something:else", """{"band":"40"}""", true)]
    public async Task Hold_for_entries_only(string type, string data, bool passes)
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A, Only20);

        contest.Publish((type, data), ("aggregate:updated", "{}"));
        await spectator.ReachAsync(A, 2);

        Assert.Equal(passes ? [1, 2] : [2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Let_a_deletion_pass_unless_they_are_about_the_id()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A, ""","filters":{"id":"a.1","band":"20"}""");

        contest.Publish(("logEntry:deleted", """{"id":"a.2"}"""), ("logEntry:deleted", """{"id":"a.1"}"""));
        await spectator.ReachAsync(A, 2);

        Assert.Equal([2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Name_the_update_before_where_others_were_left_out()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var early = await Spectator.OfAsync(gateway, A, Only20);
        contest.Publish(Entry("20"), Entry("40"), Entry("40"));
        await early.ReachAsync(A, 1);
        await using var late = await Spectator.OfAsync(gateway, A, Only20);
        await late.NextAsync("full");
        contest.Publish(Entry("40"), Entry("20"), Entry("20"), Entry("40"), Entry("20"));

        Assert.Equal(1, (long?)(await early.NextAsync())["prev"]);
        Assert.Equal(3, (long?)(await late.NextAsync())["prev"]);
        foreach (var spectator in new[] { early, late })
        {
            Assert.Null((await spectator.NextAsync())["prev"]);
            Assert.Equal(6, (long?)(await spectator.NextAsync())["prev"]);
            Assert.Equal(8, spectator.ChainOf(A).Seq);
        }
    }

    [Fact]
    public async Task Are_replaced_when_the_channel_is_subscribed_again()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A, Only20);
        await spectator.SubscribeAsync(A, ""","filters":{"band":"40"}""");

        contest.Publish(Entry("20"), Entry("40"), Entry("20"), Entry("40"));
        await spectator.ReachAsync(A, 4);

        Assert.Equal([2, 4], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Hold_for_what_was_missed_too()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        await using (var before = await Spectator.OfAsync(gateway, A))
        {
            contest.Publish(Entry("40"), Entry("20"), Entry("40"), Entry("20"), Entry("40"));
            await before.ReachAsync(A, 5);
        }

        await using var spectator = await Spectator.ReturnAsync(gateway, A, new Chain("e1", 2), Only20);
        Assert.Equal((4, 2), SeqAndPrev(await spectator.NextAsync()));

        contest.Publish(Entry("20"));
        Assert.Equal((6, 4), SeqAndPrev(await spectator.NextAsync()));
    }

    [Fact]
    public async Task Have_at_most_sixteen_members()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Channels.Contest("a");
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);
        var members = Enumerable.Range(0, 17).Select(i => $"\"m{i}\":1").ToList();

        await spectator.SayAsync($$$"""{"type":"subscribe","channel":"{{{A}}}","filters":{{{{string.Join(',', members)}}}}}""");
        Assert.Equal("Invalid filters: at most 16 members", (string?)(await spectator.NextAsync())["data"]!["message"]);
        await spectator.SubscribeAsync(A, $$$""","filters":{{{{string.Join(',', members.Take(16))}}}}""");
    }
}

using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class FallingBehindAPileup
{
    private static readonly FullState full = new(new Position("e", 9), Encoding.UTF8.GetBytes("""{"queue_update":null}"""));

    [Fact]
    public void Ends_by_WebSocket_with_the_greeting_again_which_names_what_it_follows()
    {
        var greeting = new PileupGreeting(new PileupFrames(new ManualClock()), "my-id");
        var text = Shown(greeting);
        var message = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!;

        Assert.Equal(("connected", 9, 5), ((string?)message["event"], (int)message["seq"]!, (int)message["prev"]!));
        Assert.Equal("my-id", (string?)message["data"]!["connection_id"]);
        Assert.Equal("""{"queue_update":null}""", message["data"]!["state"]!.ToJsonString());
    }

    [Fact]
    public void Ends_by_stream_with_the_state_again_as_plain_text() => Assert.Equal(
        "event: connected\nid: e:9\ndata: {\"type\":\"connected\",\"data\":{\"queue_update\":null},"
        + "\"timestamp\":\"2026-01-24T12:00:00.000Z\",\"epoch\":\"e\",\"seq\":9,\"prev\":5}\n\n",
        Shown(new PileupStreamFrames(new ManualClock())));

    private static string Shown(IDialect dialect) =>
        Encoding.UTF8.GetString(new FullBlock(new FeedVoice(dialect, "pileup:x", "e"), full, isChained: true).Encode(cursor: 5).Span);
}

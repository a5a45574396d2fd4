namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class SayingWhatIsNoMessage(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private const string Failed = "Message validation failed: ";

    [Theory]
    [InlineData("""{"type":"ping" """, "Invalid JSON format: not understood at line 1, byte 16", null)]
    [InlineData("[]", "Invalid JSON format: a message is an object", null)]
    [InlineData("""{"type":"ping","x":"\ud800"}""", "Invalid JSON format: a text holds what is no character", null)]
    [InlineData("{}", Failed + "Missing required field 'type'", null)]
    [InlineData("""{"id":"a"}""", Failed + "Missing required field 'type'", "\"a\"")]
    [InlineData("""{"id":5,"type":"dance"}""", Failed + "Invalid message type 'dance'", "5")]
    [InlineData("""{"type":7}""", Failed + "Invalid message type '7'", null)]
    [InlineData("""{"type":"request"}""", Failed + "Request messages must include 'operation' field", null)]
    [InlineData("""{"type":"request","operation":"queue.jump"}""", Failed + "Invalid operation 'queue.jump'", null)]
    [InlineData("""{"type":"auth"}""", Failed + "Auth messages must include 'data' field", null)]
    [InlineData("""{"type":"auth","data":"op"}""", Failed + "Auth 'data' field must be an object", null)]
    [InlineData("""{"type":"auth","data":{"username":"op"}}""", Failed + "Auth data must include 'username' and 'password' fields", null)]
    public async Task Is_answered_with_what_is_wrong_and_changes_nothing(string text, string error, string? id)
    {
        await using var client = await fixture.ConnectAsync(PileupFixture.NewId());
        await client.SayAsync(text);
        var answer = await client.NextAsync();

        Assert.Equal(["type", "id", "error", "timestamp"], answer.Select(member => member.Key));
        Assert.Equal(("error", error, id), ((string?)answer["type"], (string?)answer["error"], answer["id"]?.ToJsonString()));
        await client.PingAsync();
    }

    [Fact]
    public async Task Too_often_is_told_so_and_then_ends_the_connection()
    {
        await using var gateway = await Http.RunningGateway.StartAsync("--Gateway:Sockets:MessagesPerSecond=1", "--Gateway:Sockets:MessageBurst=2");
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "default"));
        for (var n = 0; n < 20; n++)
        {
            await client.SayAsync("""{"type":"ping"}""");
        }

        Assert.Equal(1008, (await client.ClosedAsync()).Code);
    }
}

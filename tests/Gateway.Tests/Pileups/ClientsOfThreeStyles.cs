using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class ClientsOfThreeStyles(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private readonly string id = PileupFixture.NewId();

    [Fact]
    public async Task One_that_names_nothing_and_dates_nothing_is_answered()
    {
        await using var client = await fixture.ConnectAsync(id);
        await client.SayAsync("""{"type":"request","operation":"public.get_status"}""");
        var answer = await client.NextAsync();
        Assert.True(answer.ContainsKey("id") && answer["id"] is null);
        Assert.Equal("""{"active":false}""", answer["data"]!.ToJsonString());

        await client.SayAsync("""{"type":"auth","data":{"username":"op","password":"a password of some length"}}""");
        answer = await client.NextAsync();
        Assert.Equal(("auth", null), ((string?)answer["operation"], answer["id"]));
        Assert.Equal(
            """{"authenticated":true,"user_type":"admin","message":"Authentication successful"}""", answer["data"]!.ToJsonString());
        await client.SayAsync("""{"type":"ping"}""");
        Assert.True((await client.NextAsync()).ContainsKey("id"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"seven\"")]
    [InlineData("""{"n":7}""")]
    public async Task One_that_names_its_requests_has_the_name_back_as_it_was(string name)
    {
        await using var client = await fixture.ConnectAsync(id);
        await client.SayAsync($$"""{"type":"request","id":{{name}},"operation":"system.ping","timestamp":"whenever"}""");

        Assert.Equal(name, (await client.NextAsync())["id"]!.ToJsonString());
    }

    /// <summary>Reads the greeting, then for every request one frame, which must be the answer: also to one that has events, which follow.</summary>
    [Fact]
    public async Task One_that_reads_one_frame_a_request_always_reads_the_answer()
    {
        for (var round = 0; round < 25; round++)
        {
            await using var client = await fixture.ConnectAsync(id);
            await client.AuthenticateAsync(PileupFixture.User, PileupFixture.Password);
            await client.AskAsync("system.heartbeat");
            await client.AskAsync("queue.list");
            Assert.True((bool)(await client.AskAsync("admin.set_system_status", """{"active":true}"""))["success"]!);
        }
    }

    [Fact]
    public async Task One_that_only_listens_hears_everything_once_and_in_order()
    {
        await using var listener = await fixture.ConnectAsync(id);
        await using var stream = await fixture.ListenAsync(id);
        await stream.HearAsync(1);
        await using var caller = await fixture.ConnectOperatorAsync(id);
        await caller.AskAsync("admin.set_system_status", """{"active":true}""");
        await caller.HearAsync(3);
        for (var n = 0; n < 50; n++)
        {
            await caller.AskAsync("admin.set_frequency", $$"""{"frequency":"{{n}} MHz"}""");
            await caller.HearAsync(1);
        }

        var heard = await listener.HearAsync(53);
        Assert.Equal(heard, await stream.HearAsync(53));
        Assert.Equal(Enumerable.Range(0, 50).Select(n => $"{n} MHz"), heard.Skip(3).Select(FrequencyIn));
    }

    [Fact]
    public async Task One_that_speaks_before_it_is_greeted_is_greeted_first()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var client = await PileupClient.OpenAsync(PileupFixture.SocketOf(fixture.Gateway, PileupFixture.NewId()));
            await client.SayAsync("""{"type":"request","operation":"queue.list"}""");
            Assert.Equal("connected", (string?)(await client.NextAsync())["event"]);
            Assert.Equal("queue.list", (string?)(await client.NextAsync())["operation"]);
        }
    }

    private static string? FrequencyIn(string heard) => (string?)JsonNode.Parse(heard[(heard.IndexOf(' ', StringComparison.Ordinal) + 1)..])!["frequency"];
}

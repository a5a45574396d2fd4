using System.Text.Json.Nodes;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>Each row of the contract's table, by WebSocket and by HTTP, with who watches by each door.</summary>
public sealed class WalkingTheContract(PileupFixture fixture) : IClassFixture<PileupFixture>
{
    private readonly string id = PileupFixture.NewId();

    public static TheoryData<int, string> Rows { get; } = Numbered(row => true);

    public static TheoryData<int, string> RowsWithATwin { get; } = Numbered(row => row.Twin is not null);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task By_WebSocket(int number, string name)
    {
        var row = RowOf(number, name);
        await fixture.PrepareAsync(id, row.Given);
        await using var watching = await Watching.BeginAsync(fixture, id);
        await using var caller = await (row.IsOperators ? fixture.ConnectOperatorAsync(id) : fixture.ConnectAsync(id));
        var answer = await caller.AskAsync(row.Operation, row.Data);

        Assert.Equal(["type", "id", "operation", "success", "data", "error", "timestamp"], answer.Select(member => member.Key));
        Assert.Equal(("response", row.Operation, row.Succeeds), ((string?)answer["type"], (string?)answer["operation"], (bool)answer["success"]!));
        AssertSame(row.Succeeds ? row.Answer : "null", answer["data"]);
        Assert.Equal(row.Succeeds ? null : row.Answer, (string?)answer["error"]);
        Assert.Equal(await watching.SeesAsync(row.Events), await caller.HearAsync(row.Events.Length));
        await caller.PingAsync();
    }

    [Theory]
    [MemberData(nameof(RowsWithATwin))]
    public async Task By_HTTP(int number, string name)
    {
        var row = RowOf(number, name);
        await fixture.PrepareAsync(id, row.Given);
        await using var watching = await Watching.BeginAsync(fixture, id);
        var twin = row.Twin!.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(twin[0]), $"{twin[1]}?pileup={id}");
        request.Content = twin[0] == "POST" && row.Data is { } data ? Answers.Json(data) : null;
        using var answer = await (row.IsOperators ? fixture.Operator : fixture.Public).SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal((row.Status, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        AssertSame(row.Succeeds ? row.Answer : new JsonObject { ["error"] = row.Answer, ["detail"] = row.Answer }.ToJsonString(), JsonNode.Parse(body));
        await watching.SeesAsync(row.Events);
    }

    [Theory]
    [MemberData(nameof(RowsWithATwin))]
    public async Task Only_for_the_operator_where_it_says_so(int number, string name)
    {
        var row = RowOf(number, name);
        if (!row.IsOperators)
        {
            return;
        }

        await using var caller = await fixture.ConnectAsync(id);
        Assert.Equal("Authentication required for this operation", (string?)(await caller.AskAsync(row.Operation, row.Data))["error"]);
        var twin = row.Twin!.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(twin[0]), $"{twin[1]}?pileup={id}") { Content = Answers.Json(row.Data ?? "{}") };
        using var answer = await fixture.Public.SendAsync(request);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains("Basic", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        await caller.PingAsync();
    }

    private static void AssertSame(string expected, JsonNode? real)
    {
        var settled = JsonNode.Parse(ContractRow.Settle(real?.ToJsonString() ?? "null"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), settled), $"{expected}\nwas expected, but it is\n{settled?.ToJsonString()}");
    }

    private static ContractRow RowOf(int number, string name)
    {
        Assert.Equal(name, ContractRows.All[number].ToString());
        return ContractRows.All[number];
    }

    private static TheoryData<int, string> Numbered(Func<ContractRow, bool> isWanted)
    {
        var data = new TheoryData<int, string>();
        foreach (var (number, row) in ContractRows.All.Index().Where(one => isWanted(one.Item)))
        {
            data.Add(number, row.ToString());
        }

        return data;
    }

    /// <summary>One who watches by WebSocket and one by server-sent events.</summary>
    private sealed class Watching(PileupFixture fixture, string id, PileupClient socket, PileupListener stream) : IAsyncDisposable
    {
        public static async Task<Watching> BeginAsync(PileupFixture fixture, string id)
        {
            var stream = await fixture.ListenAsync(id);
            Assert.StartsWith("connected ", Assert.Single(await stream.HearAsync(1)), StringComparison.Ordinal);
            return new Watching(fixture, id, await fixture.ConnectAsync(id), stream);
        }

        /// <summary>Asserts that both see these events, once, in order, and that there were no more.</summary>
        public async Task<List<string>> SeesAsync(string[] names)
        {
            var seen = await socket.HearAsync(names.Length);
            Assert.Equal(names, seen.Select(one => one.Split(' ')[0]));
            Assert.Equal(seen, await stream.HearAsync(names.Length));
            await socket.PingAsync();
            var at = (await fixture.Pileup(id).CatchUp(null))!.At;
            Assert.Equal((at.Seq, at.Seq), (socket.Chain.Seq, stream.Chain.Seq));
            return seen;
        }

        public async ValueTask DisposeAsync()
        {
            await socket.DisposeAsync();
            await stream.DisposeAsync();
        }
    }
}

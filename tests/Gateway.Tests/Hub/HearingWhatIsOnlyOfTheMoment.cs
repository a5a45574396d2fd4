using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class HearingWhatIsOnlyOfTheMoment : IAsyncLifetime
{
    private const string A = "contest:a";

    private TestGateway gateway = null!;
    private FakeChannel contest = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:OutboxFrames"] = "8" });
        contest = gateway.Channels.Contest("a");
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task Comes_without_a_number_and_leaves_the_numbers_alone()
    {
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Count("h1");
        contest.Show("clock", "1");
        contest.Count("h1");

        await spectator.ReachAsync(A, 1);
        Assert.Equal("""{"type":"moment:clock","channel":"contest:a","data":1}""", (await NextMomentAsync(spectator)).ToJsonString());
        await spectator.ReachAsync(A, 2);
        Assert.Equal([1, 2], spectator.ChainOf(A).Singles);
    }

    [Fact]
    public async Task Is_only_what_is_news()
    {
        contest.Show("clock", "1");
        contest.Show("course", "[]");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        Assert.Equal(["moment:clock 1", "moment:course []"], [await NextAsync(spectator), await NextAsync(spectator)]);

        contest.Show("clock", "2");
        contest.Show("course", "[]");
        contest.Show("clock", "3");
        string text;
        do
        {
            text = await NextAsync(spectator);
            Assert.StartsWith("moment:clock ", text, StringComparison.Ordinal);
        }
        while (text != "moment:clock 3");

        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_told_to_who_comes_after_the_state_unless_that_shows_it()
    {
        contest.Show("clock", "1");
        contest.Show("course", "[1]", isInFull: true);
        await using var spectator = await Spectator.OfAsync(gateway, A);
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);
        Assert.Equal("moment:clock 1", await NextAsync(spectator));
        await spectator.HearsNothingAsync();

        contest.Show("course", "[2]", isInFull: true);
        Assert.Equal("moment:course [2]", await NextAsync(spectator));
        await using var later = await Spectator.OfAsync(gateway, A);
        Assert.Equal("full", (string?)(await later.NextAsync())["type"]);
        Assert.Equal(["moment:clock 1", "moment:course [2]"], [await NextAsync(later), await NextAsync(later)]);
    }

    [Fact]
    public async Task Is_told_to_who_comes_back_after_what_was_missed()
    {
        contest.Count("h1");
        contest.Show("course", "[1]", isInFull: true);
        var chain = new Chain("e1", 0);
        await using (var returned = await Spectator.ReturnAsync(gateway, A, chain))
        {
            Assert.Equal(1, (int?)(await returned.NextAsync())["seq"]);
            Assert.Equal("moment:course [1]", await NextAsync(returned));
        }

        await using var again = await Spectator.ReturnAsync(gateway, A, chain);
        Assert.Equal("moment:course [1]", await NextAsync(again));
        await again.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_told_again_after_an_update_that_shows_it_as_it_was()
    {
        contest.Show("course", "[1]", isInFull: true);
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Publish(("full", """{"aggregates":[]}"""));

        await spectator.ReachAsync(A, 1);
        Assert.Equal("moment:course [1]", await NextAsync(spectator));
    }

    [Fact]
    public async Task Is_the_later_set_whatever_arrives_last()
    {
        contest.Show("clock", "1");
        var early = contest.Present();
        contest.Show("clock", "2");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        Assert.Equal("moment:clock 2", await NextMomentTextAsync(spectator));
        contest.Hand(new(new("contest", "a"), "e1", 0, [], early));
        contest.Count("h1");

        await spectator.ReachAsync(A, 1);
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_not_lost_when_one_message_is()
    {
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Loses = _ => true;
        contest.Show("clock", "1");
        contest.Show("course", "[1]");
        contest.Loses = _ => false;
        contest.Show("clock", "2");

        Assert.Equal(["moment:clock 2", "moment:course [1]"], [await NextAsync(spectator), await NextAsync(spectator)]);
    }

    [Fact]
    public async Task Does_not_queue_up_for_who_reads_slowly()
    {
        const int many = 2_000;
        var ballast = new string('.', 20_000);
        await using var slow = await Spectator.OfAsync(gateway, A);
        await using var quick = await Spectator.OfAsync(gateway, A);
        await slow.NextAsync("full");
        var pause = await slow.PauseAsync();
        for (var n = 1; n <= many; n++)
        {
            contest.Show("clock", $$"""{"n":{{n}},"ballast":"{{ballast}}"}""");
            await quick.NextAsync(message => NumberIn(message) == n);
        }

        pause.Release();
        var heard = new List<int>();
        do
        {
            heard.Add(NumberIn(await NextMomentAsync(slow)));
        }
        while (heard[^1] < many);

        Assert.InRange(heard.Count, 1, many / 2);
        Assert.Equal(heard.Order(), heard);
    }

    [Fact]
    public async Task Reaches_who_had_no_room_for_it_when_there_is_room()
    {
        await using var narrow = await TestGateway.StartAsync(new() { ["Gateway:Sockets:OutboxBytes"] = "200000" });
        var busy = narrow.Channels.Contest("a");
        busy.Padding = 10_000;
        await using var slow = await Spectator.OfAsync(narrow, A);
        await using var quick = await Spectator.OfAsync(narrow, A);
        await slow.NextAsync("full");
        var pause = await slow.PauseAsync();
        for (var n = 1; n <= 1_000; n++)
        {
            busy.Count("h1");
            busy.Show("clock", $$"""{"n":{{n}}}""");
            await quick.ReachAsync(A, n);
        }

        pause.Release();
        await slow.NextAsync(message => NumberIn(message) == 1_000);
        await slow.ReachAsync(A, 1_000);
    }

    private static int NumberIn(JsonObject message) => message["data"] is JsonObject data && data["n"] is { } number ? (int)number : 0;

    private static async Task<string> NextAsync(Spectator spectator) => Text(await spectator.NextAsync());

    private static async Task<string> NextMomentTextAsync(Spectator spectator) => Text(await NextMomentAsync(spectator));

    private static Task<JsonObject> NextMomentAsync(Spectator spectator) =>
        spectator.NextAsync(message => ((string)message["type"]!).StartsWith("moment:", StringComparison.Ordinal));

    private static string Text(JsonObject message) => $"{(string?)message["type"]} {message["data"]!.ToJsonString()}";
}

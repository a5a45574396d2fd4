using System.Text.Json.Nodes;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class HearingTheAudience : IAsyncLifetime
{
    private const string A = "contest:a";
    private const string Audience = ",\"audience\":true";

    private readonly ManualClock clock = new();
    private FakeSeats seats = null!;
    private TestGateway gateway = null!;

    public async Task InitializeAsync()
    {
        seats = new FakeSeats(clock);
        gateway = await TestGateway.StartAsync(clock: clock, seats: seats);
        gateway.Channels.Contest("a");
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task Comes_after_the_state_and_carries_no_number()
    {
        await using var spectator = await Spectator.OfAsync(gateway, A, Audience);
        Assert.Equal("full", (string?)(await spectator.NextAsync())["type"]);
        Assert.Equal("""{"type":"audience","channel":"contest:a","data":{"contestId":"a","count":1}}""", (await spectator.NextAsync()).ToJsonString());
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_for_those_who_want_it()
    {
        await using var deaf = await Spectator.OfAsync(gateway, A, ",\"audience\":false");
        await deaf.NextAsync("full");
        await using var spectator = await Spectator.OfAsync(gateway, A, Audience);
        Assert.Equal(2, CountIn(await spectator.NextAsync("audience")));
        clock.Advance(TimeSpan.FromSeconds(5));
        await deaf.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_told_at_once_to_who_comes_and_once_a_second_to_who_is_there()
    {
        await using var spectator = await Spectator.OfAsync(gateway, A, Audience);
        Assert.Equal(1, CountIn(await spectator.NextAsync("audience")));
        await using var second = await Spectator.OfAsync(gateway, A, Audience);
        await using var third = await Spectator.OfAsync(gateway, A, Audience);
        Assert.Equal(2, CountIn(await second.NextAsync("audience")));
        Assert.Equal(3, CountIn(await third.NextAsync("audience")));
        await spectator.HearsNothingAsync();

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, CountIn(await spectator.NextAsync("audience")));
        Assert.Equal(3, CountIn(await second.NextAsync("audience")));
        await third.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_the_sum_over_all_gateways()
    {
        await using var other = await TestGateway.StartAsync(clock: clock, seats: seats);
        other.Channels.Contest("a");
        await using var here = await Spectator.OfAsync(gateway, A, Audience);
        await using (var there = await Spectator.OfAsync(other, A, Audience))
        {
            await ComesToAsync(here, 2);
            await ComesToAsync(there, 2);
        }

        await ComesToAsync(here, 1);
    }

    [Fact]
    public async Task Is_told_again_after_every_subscription()
    {
        await using var spectator = await Spectator.OfAsync(gateway, A, Audience);
        Assert.Equal(1, CountIn(await spectator.NextAsync("audience")));
        await spectator.SubscribeAsync(A, $""","since":"{spectator.ChainOf(A).Since}"{Audience}""");
        Assert.Equal(1, CountIn(await spectator.NextAsync("audience")));
        await spectator.SayAsync("""{"type":"unsubscribe","channel":"contest:a"}""");
        await spectator.NextAsync("unsubscribed");
        clock.Advance(TimeSpan.FromSeconds(5));
        await spectator.HearsNothingAsync();
    }

    [Fact]
    public async Task Is_not_for_all_contests_at_once()
    {
        await using var own = await TestGateway.StartAsync();
        own.Channels.Contest("a");
        await using var everyone = await Spectator.OfAsync(own, "global", Audience);
        await everyone.NextAsync("full");
        await using var other = await Spectator.OfAsync(own, A);
        await other.NextAsync("full");
        await everyone.HearsNothingAsync();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"true\"")]
    public async Task Is_wanted_or_not_and_nothing_else(string audience)
    {
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);
        await spectator.SayAsync($$"""{"type":"subscribe","channel":"contest:a","audience":{{audience}}}""");
        Assert.Equal(
            """{"type":"error","data":{"message":"Invalid audience: it must be true or false"}}""", (await spectator.NextAsync()).ToJsonString());
    }

    [Fact]
    public async Task Takes_nobody_unawares_who_reads_slowly()
    {
        var contest = gateway.Channels.Contest("a");
        await using var slow = await Spectator.OfAsync(gateway, A, Audience);
        await slow.NextAsync("audience");
        var pause = await slow.PauseAsync();
        for (var n = 0; n < 20; n++)
        {
            await using var other = await Spectator.OfAsync(gateway, A);
            contest.Count("h1");
            await Until.TrueAsync(() => seats.AudienceOf("a") == 2, clock);
        }

        pause.Release();
        await slow.ReachAsync(A, 20);

        // The last count may have come among the others; this many there never were.
        await using var second = await Spectator.OfAsync(gateway, A);
        await using var third = await Spectator.OfAsync(gateway, A);
        await ComesToAsync(slow, 3);
    }

    /// <summary>Lets time pass until the spectator has heard of so many.</summary>
    private async Task ComesToAsync(Spectator spectator, int count)
    {
        var heard = spectator.NextAsync(message => (string?)message["type"] == "audience" && CountIn(message) == count);
        await Until.TrueAsync(() => heard.IsCompleted, clock);
        await heard;
    }

    private static int CountIn(JsonObject message) => (int)message["data"]!["count"]!;
}

using System.Globalization;
using System.Net.WebSockets;
using OrleansContest.Channels;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class TakingASeat
{
    private const string A = "contest:a";
    private const string Full = """{"type":"error","data":{"message":"contest:a has as many spectators as it may have; try again later"}}""";
    private const string Unavailable = """{"type":"error","data":{"message":"contest:a cannot answer now; try again in a moment"}}""";

    private readonly ManualClock clock = new();
    private readonly FakeSeats seats;

    public TakingASeat() => seats = new FakeSeats(clock);

    [Fact]
    public async Task Is_refused_when_all_are_filled_and_possible_as_soon_as_one_is_left()
    {
        await using var gateway = await StartAsync(limit: 2);
        await using var first = await Spectator.OfAsync(gateway, A);
        await using var second = await Spectator.OfAsync(gateway, A);
        await using var third = await Spectator.ConnectAsync(gateway.Socket);
        Assert.Equal(Full, await AskAsync(third));

        await second.SayAsync("""{"type":"unsubscribe","channel":"contest:a"}""");
        await second.NextAsync("unsubscribed");
        await third.SubscribeAsync(A);
        await RefusedAsync(second);
    }

    [Fact]
    public async Task Is_possible_at_any_gateway_up_to_the_last_and_not_beyond()
    {
        await using var one = await StartAsync(limit: 7);
        await using var other = await StartAsync(limit: 7);
        var present = new List<Spectator>();
        for (var i = 0; i < 7; i++)
        {
            var spectator = await Spectator.ConnectAsync((i % 3 == 0 ? one : other).Socket);
            await SubscribeAsync(spectator);
            present.Add(spectator);
        }

        await using var late = await Spectator.ConnectAsync(one.Socket);
        await using var alsoLate = await Spectator.ConnectAsync(other.Socket);
        await RefusedAsync(late);
        await RefusedAsync(alsoLate);
        await present[0].DisposeAsync();
        await Until.TrueAsync(() => seats.AudienceOf("a") == 6, clock);
        await SubscribeAsync(alsoLate);
        await RefusedAsync(late);
        foreach (var spectator in present[1..])
        {
            await spectator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Waits_for_one_that_another_gateway_can_spare()
    {
        await using var one = await StartAsync(limit: 8);
        await using var other = await StartAsync(limit: 8);
        var there = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Spectator.OfAsync(one, A)));
        foreach (var spectator in there[1..])
        {
            await spectator.DisposeAsync();
        }

        await Until.TrueAsync(() => seats.AudienceOf("a") == 1, clock);
        var here = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => Spectator.ConnectAsync(other.Socket)));
        foreach (var spectator in here)
        {
            await SubscribeAsync(spectator);
        }

        Assert.Equal(8, seats.HeldOf("a"));
        await using var late = await Spectator.ConnectAsync(one.Socket);
        await RefusedAsync(late);
        foreach (var spectator in here.Append(there[0]))
        {
            await spectator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Is_asked_of_nobody_where_there_is_no_such_channel()
    {
        await using var gateway = await StartAsync(limit: 2);
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);
        Assert.Equal("""{"type":"error","data":{"message":"Unknown channel: contest:b"}}""", await AskAsync(spectator, "contest:b"));
        Assert.Equal(0, seats.Questions);
    }

    [Fact]
    public async Task Is_not_needed_for_all_contests_at_once()
    {
        await using var gateway = await TestGateway.StartAsync(seats: seats);
        gateway.Channels.Contest("a");
        await using var everyone = await Spectator.OfAsync(gateway, "global");
        await everyone.NextAsync("full");
        Assert.Equal(0, seats.Questions);
    }

    [Fact]
    public async Task Needs_the_one_who_keeps_them_who_may_be_silent()
    {
        await using var gateway = await StartAsync(limit: 100);
        seats.IsSilent = true;
        await using var spectator = await Spectator.ConnectAsync(gateway.Socket);
        var answer = AskAsync(spectator);
        await Until.TrueAsync(() => answer.IsCompleted, clock);
        Assert.Equal(Unavailable, await answer);
        seats.IsSilent = false;
        await SubscribeAsync(spectator);
    }

    [Fact]
    public async Task Lasts_while_the_one_who_keeps_them_is_silent_until_the_term_ends()
    {
        await using var gateway = await StartAsync(limit: 2);
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        seats.IsSilent = true;
        clock.Advance(TimeSpan.FromSeconds(29));
        contest.Count("h1");
        await spectator.ReachAsync(A, 1);

        clock.Advance(TimeSpan.FromSeconds(1));
        await spectator.ClosedAsync();
        Assert.Equal(((WebSocketCloseStatus)1013, "No seat left; try again later"), (spectator.CloseStatus!.Value, spectator.CloseDescription));
    }

    [Fact]
    public async Task Is_free_again_when_the_gateway_that_held_it_is_gone_for_the_term()
    {
        await using var gateway = await StartAsync(limit: 2);
        await using var first = await Spectator.OfAsync(gateway, A);
        await seats.SeatAsync(new ChannelId("contest", "a"), new SeatRequest("gone", 1, 1, 1, 0, 2, TimeSpan.Zero), default);
        await using var second = await Spectator.ConnectAsync(gateway.Socket);
        await RefusedAsync(second);
        for (var i = 0; i < 6; i++)
        {
            var asked = seats.Questions;
            clock.Advance(TimeSpan.FromSeconds(5));
            await Until.TrueAsync(() => seats.Questions > asked, clock);
        }

        await SubscribeAsync(second);
        await first.SayAsync("""{"type":"ping"}""");
        await first.NextAsync("pong");
    }

    [Fact]
    public async Task Is_given_back_when_the_gateway_stops()
    {
        await using var gateway = await StartAsync(limit: 50);
        await using var first = await Spectator.OfAsync(gateway, A);
        await using var second = await Spectator.OfAsync(gateway, A);
        Assert.InRange(seats.HeldOf("a"), 2, 50);
        await gateway.StopAsync();
        Assert.Equal(0, seats.HeldOf("a"));
    }

    [Fact]
    public async Task Costs_few_questions_when_a_crowd_is_cut_off_and_comes_back()
    {
        await using var gateway = await StartAsync(limit: 10_000);
        var crowd = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Spectator.OfAsync(gateway, A)));
        Assert.InRange(seats.Questions, 1, 30);
        await Until.TrueAsync(() => seats.AudienceOf("a") == 100, clock);
        var before = seats.Questions;
        foreach (var spectator in crowd)
        {
            spectator.Vanish();
        }

        await Until.TrueAsync(() => seats.AudienceOf("a") == 0, clock);
        var back = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Spectator.OfAsync(gateway, A)));
        await Until.TrueAsync(() => seats.AudienceOf("a") == 100, clock);
        Assert.InRange(seats.Questions - before, 2, 40);
        foreach (var spectator in crowd.Concat(back))
        {
            await spectator.DisposeAsync();
        }

        await Until.TrueAsync(() => seats.HeldOf("a") == 0, clock);
    }

    private async Task<TestGateway> StartAsync(int limit)
    {
        var settings = new Dictionary<string, string?> { ["Gateway:Seats:PerContest"] = limit.ToString(CultureInfo.InvariantCulture) };
        var gateway = await TestGateway.StartAsync(settings, clock, seats: seats);
        gateway.Channels.Contest("a");
        return gateway;
    }

    /// <summary>Subscribes, however long a seat takes to come free.</summary>
    private async Task SubscribeAsync(Spectator spectator)
    {
        var subscribed = spectator.SubscribeAsync(A);
        await Until.TrueAsync(() => subscribed.IsCompleted, clock);
        await subscribed;
    }

    private async Task RefusedAsync(Spectator spectator)
    {
        var answer = AskAsync(spectator);
        await Until.TrueAsync(() => answer.IsCompleted, clock);
        Assert.Equal(Full, await answer);
    }

    private static async Task<string> AskAsync(Spectator spectator, string channel = A)
    {
        await spectator.SayAsync($$"""{"type":"subscribe","channel":"{{channel}}"}""");
        return (await spectator.NextAsync("error")).ToJsonString();
    }
}

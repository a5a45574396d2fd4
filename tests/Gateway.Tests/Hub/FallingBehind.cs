using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class FallingBehind
{
    private const string A = "contest:a";

    [Fact]
    public async Task Merges_what_a_slow_spectator_misses_and_ends_right()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:OutboxBytes"] = "200000" });
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 10_000;
        await using var slow = await Spectator.OfAsync(gateway, A);
        await using var quick = await Spectator.OfAsync(gateway, A);
        await slow.NextAsync("full");
        var pause = await slow.PauseAsync();
        for (var i = 1; i <= 2_000; i++)
        {
            contest.Count($"h{i % 7}");
            await quick.ReachAsync(A, i);
        }

        pause.Release();
        await slow.ReachAsync(A, 2_000);

        Assert.InRange(slow.ChainOf(A).Fulls, 2, 1_000);
        Assert.InRange(slow.ChainOf(A).Singles.Count, 1, 1_999);
        Assert.Equal(contest.Counters, slow.ChainOf(A).Counters);
        Assert.Equal(contest.Counters, quick.ChainOf(A).Counters);
    }

    [Fact]
    public async Task Does_not_slow_others_down()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Sockets:OutboxBytes"] = "200000" });
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 10_000;
        await using var stalled = await Spectator.OfAsync(gateway, A);
        await using var quick = await Spectator.OfAsync(gateway, A);
        await quick.NextAsync("full");
        await stalled.PauseAsync();
        for (var i = 1; i <= 2_000; i++)
        {
            contest.Count("h1");
            await quick.ReachAsync(A, i);
        }

        Assert.Equal(2_000, quick.ChainOf(A).Singles.Count);
    }

    [Fact]
    public async Task Costs_the_channel_nothing_while_nothing_can_be_sent()
    {
        await using var gateway = await TestGateway.StartAsync(new()
        {
            ["Gateway:Sockets:OutboxBytes"] = "200000",
            ["Gateway:Feeds:MergeEvery"] = "00:00:00.010",
        });
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 10_000;
        await using var stalled = await Spectator.OfAsync(gateway, A);
        await using var quick = await Spectator.OfAsync(gateway, A);
        await quick.NextAsync("full");
        await stalled.PauseAsync();
        await CountAsync(1, 2_000);
        var calls = contest.Calls;
        await CountAsync(2_001, 2_500);

        Assert.InRange(contest.Calls - calls, 0, 1);

        async Task CountAsync(int from, int to)
        {
            for (var i = from; i <= to; i++)
            {
                contest.Count("h1");
                await quick.ReachAsync(A, i);
            }
        }
    }

    [Fact]
    public async Task Never_gives_a_state_older_than_what_a_spectator_has()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ResumeBytes"] = "100" });
        var contest = gateway.Channels.Contest("a");
        contest.Count("h1");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        await spectator.NextAsync("full");
        contest.Count("h1");
        await spectator.ReachAsync(A, 2);

        var answering = new TaskCompletionSource();
        contest.Delay = () => answering.Task;
        var calls = contest.Calls;
        var joining = Spectator.OfAsync(gateway, A);
        await Until.TrueAsync(() => contest.Calls > calls);
        contest.Count("h1");
        await spectator.ReachAsync(A, 3);
        contest.Count([.. Enumerable.Repeat("h1", 300)]);
        contest.Delay = () => Task.CompletedTask;
        answering.SetResult();

        await using var newcomer = await joining;
        await newcomer.ReachAsync(A, 303);
        await spectator.ReachAsync(A, 303);
        Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
        Assert.Equal(contest.Counters, newcomer.ChainOf(A).Counters);
    }

    [Fact]
    public async Task Turns_a_burst_beyond_the_outbox_into_one_full_state()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ResumeBytes"] = "1000" });
        var contest = gateway.Channels.Contest("a");
        await using var spectator = await Spectator.OfAsync(gateway, A);
        contest.Count("h1");
        await spectator.ReachAsync(A, 1);

        contest.Count([.. Enumerable.Repeat("h1", 1_000)]);
        var full = await spectator.NextAsync();
        Assert.Equal(("full", 1_001L, 1L), ((string?)full["type"], (long?)full["seq"], (long?)full["prev"]));
        contest.Count("h1");
        await spectator.ReachAsync(A, 1_002);
        Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
    }

    [Fact]
    public async Task Sends_a_burst_singly_where_that_is_shorter_than_the_full_state()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Ballast = 200_000;
        await using var spectator = await Spectator.OfAsync(gateway, A);
        contest.Count([.. Enumerable.Repeat("h1", 1_000)]);
        await spectator.ReachAsync(A, 1_000);

        Assert.Equal(1_000, spectator.ChainOf(A).Singles.Count);
    }

    [Fact]
    public async Task Gives_a_hundred_spectators_of_an_import_a_few_full_states_and_the_right_end()
    {
        await using var gateway = await TestGateway.StartAsync();
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 500;
        var spectators = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Spectator.OfAsync(gateway, A)));
        for (var i = 0; i < 100; i++)
        {
            contest.Count([.. Enumerable.Range(0, 500).Select(n => $"h{n % 24}")]);
            await Task.Yield();
        }

        foreach (var spectator in spectators)
        {
            await spectator.ReachAsync(A, 50_000);
            Assert.Equal(contest.Counters, spectator.ChainOf(A).Counters);
            await spectator.DisposeAsync();
        }

        Assert.InRange(contest.Calls, 2, 100);
    }

    [Fact]
    public async Task Drops_a_spectator_who_takes_nothing_for_thirty_seconds()
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(clock: clock);
        var dropped = 0L;
        using var listener = Listen(gateway, "contest.gateway.slow_closed", value => Interlocked.Add(ref dropped, value));
        var contest = gateway.Channels.Contest("a");
        contest.Padding = 100_000;
        using var stalled = await RawSocket.ConnectAsync(gateway.Socket, receiveBytes: 4096);
        await stalled.SayAsync($$"""{"type":"subscribe","channel":"{{A}}"}""");
        await using var other = await Spectator.OfAsync(gateway, A);
        var sent = 0;
        while (Interlocked.Read(ref dropped) == 0)
        {
            contest.Count("h1");
            await other.ReachAsync(A, ++sent);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.InRange(sent, 1, 1_000);
        }

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await stalled.EndsAsync());
        Assert.Equal(1, dropped);
        await other.HearsNothingAsync();
    }

    private static MeterListener Listen(TestGateway gateway, string instrument, Action<long> take)
    {
        var listener = new MeterListener();
        var factory = gateway.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (published, _) =>
        {
            if (published.Name == instrument && published.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => take(value));
        listener.Start();
        return listener;
    }
}

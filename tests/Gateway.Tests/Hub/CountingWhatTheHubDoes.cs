using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class CountingWhatTheHubDoes
{
    [Fact]
    public async Task Follows_connections_subscriptions_updates_and_frames()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ResumeBytes"] = "100", ["Gateway:Feeds:ReleaseAfter"] = "00:00:00" });
        var contest = gateway.Channels.Contest("a");
        using var figures = new Figures(gateway);
        await using (var spectator = await Spectator.OfAsync(gateway, "contest:a"))
        {
            await spectator.NextAsync("full");
            contest.Count("h1");
            await spectator.ReachAsync("contest:a", 1);
            contest.Count([.. Enumerable.Repeat("h1", 300)]);
            await spectator.ReachAsync("contest:a", 301);

            await figures.ReachAsync("contest.gateway.frames", 5);
            Assert.Equal(1, figures["contest.gateway.connections"]);
            Assert.Equal(1, figures["contest.gateway.subscriptions"]);
            Assert.Equal(1, figures["contest.gateway.feeds"]);
            Assert.Equal(301, figures["contest.gateway.updates"]);
            Assert.Equal(1, figures["contest.gateway.merged"]);
            Assert.Equal(2, figures["contest.gateway.fulls"]);
            Assert.InRange(figures["contest.gateway.written"], 500, 5_000);
        }

        await figures.ReachAsync("contest.gateway.connections", 0);
        await figures.ReachAsync("contest.gateway.subscriptions", 0);
        await figures.ReachAsync("contest.gateway.feeds", 0);
    }

    [Fact]
    public async Task Follows_seats()
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Seats:PerContest"] = "1" });
        gateway.Channels.Contest("a");
        using var figures = new Figures(gateway);
        await using (var spectator = await Spectator.OfAsync(gateway, "contest:a"))
        {
            await using var late = await Spectator.ConnectAsync(gateway.Socket);
            await late.SayAsync("""{"type":"subscribe","channel":"contest:a"}""");
            await late.NextAsync("error");

            Assert.Equal(1, figures["contest.gateway.seats.granted"]);
            Assert.Equal(1, figures["contest.gateway.seats.refused"]);
            Assert.Equal(1, figures["contest.gateway.seats.filled"]);
            Assert.Equal(1, figures["contest.gateway.seats.held"]);
            Assert.InRange(figures["contest.gateway.seats.questions"], 2, 200);
        }

        await figures.ReachAsync("contest.gateway.seats.filled", 0);
        await figures.ReachAsync("contest.gateway.seats.held", 0);
    }

    private sealed class Figures : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentDictionary<string, long> sums = new();

        public Figures(TestGateway gateway)
        {
            var factory = gateway.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
            listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
            listener.Start();
        }

        public long this[string name] => sums.GetValueOrDefault(name);

        public Task ReachAsync(string name, long value) => Until.TrueAsync(() => this[name] == value);

        public void Dispose() => listener.Dispose();
    }
}

using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Matches;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Matches;

/// <summary>Many spectators over real sockets, and 20,000 votes a second of the test's own time.</summary>
public sealed class WatchingAStormOfVotes
{
    private const int VotesPerStep = 500;
    private const int Steps = 200;

    private static readonly TimeSpan step = TimeSpan.FromMilliseconds(25);

    /// <summary>2,000 spectators in a long run.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(400)]
    public async Task Everybody_gets_ten_messages_a_second_at_most_and_ends_with_the_exact_figures(int cells)
    {
        var clock = new ManualClock();
        await using var gateway = await RunningGateway.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(clock), "--Matches:ConnectionsPerAddress=10000");
        var match = gateway.App.Services.GetRequiredService<IChannels>().Get<IMatch>("m1");
        await match.Create(new MatchDraft("Final", new("A", null), new("B", null), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1), 1));
        await match.Activate();
        var spectators = await Task.WhenAll(Enumerable.Range(0, LongTests.Rounds(always: 50, whenLong: 2_000))
            .Select(_ => VoteSpectator.JoinAsync(gateway.Client.BaseAddress!, "m1")));
        try
        {
            await KnowAsync(spectators, 0, match, clock);
            var before = spectators.Select(spectator => spectator.Messages).ToList();
            for (var at = 0; at < Steps; at++)
            {
                await match.Vote(Caller.Trusted, [.. Enumerable.Range(at * VotesPerStep, VotesPerStep).Select(vote => Ballot(vote, cells))]);
                clock.Advance(step);
            }

            const int seconds = Steps / 40;
            Assert.All(spectators.Zip(before), one => Assert.InRange(one.First.Messages - one.Second, 0, (seconds + 1) * 10));
            await KnowAsync(spectators, Steps * VotesPerStep, match, clock);
            var exact = (await match.Aggregates(new AggregateQuery()))!.Shown.ToDictionary(place => place.LocationKey, place => place.VoteCount);
            Assert.All(spectators, spectator => Assert.Equal(Sorted(exact), Sorted(spectator.Places)));
        }
        finally
        {
            await Task.WhenAll(spectators.Select(spectator => spectator.DisposeAsync().AsTask()));
        }
    }

    /// <summary>Waits until all know of so many votes, as the match has them now; two thousand readers in one process take their time.</summary>
    private static async Task KnowAsync(VoteSpectator[] spectators, int total, IMatch match, ManualClock clock)
    {
        var number = (await match.CatchUp(null))!.At.Seq;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!Array.TrueForAll(spectators, spectator => spectator.Knows(total, number)))
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, int> places) =>
        places.Select(place => $"{place.Key} {place.Value}").Order(StringComparer.Ordinal);

    /// <summary>Cells of resolution 9 beside one another.</summary>
    private static Ballot Ballot(int vote, int cells) => new(
        $"v{vote}", vote % 3 == 0 ? TeamChoice.TeamB : TeamChoice.TeamA, (UInt128)vote + 1, CellOf(vote % cells), "US");

    private static ulong CellOf(int number)
    {
        var index = (1UL << 59) | (9UL << 52) | (20UL << 45) | ((1UL << 18) - 1);
        for (var resolution = 9; resolution > 0; resolution--, number /= 7)
        {
            index |= (ulong)(number % 7) << (3 * (15 - resolution));
        }

        return index;
    }
}

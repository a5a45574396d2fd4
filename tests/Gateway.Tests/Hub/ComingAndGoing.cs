using FsCheck;
using FsCheck.Fluent;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>Spectators who leave and return at random, while a channel changes and its batches are lost at random.</summary>
public sealed class ComingAndGoing
{
    private const int Spectators = 3;

    private static readonly Gen<Step> anyStep = Gen.Frequency(
        (5, Gen.Choose(1, 6).Select(count => new Step(Act.Count, count))),
        (3, Gen.Choose(0, Spectators - 1).Select(who => new Step(Act.Leave, who))),
        (3, Gen.Choose(0, Spectators - 1).Select(who => new Step(Act.Return, who))),
        (2, Gen.Choose(0, Spectators - 1).Select(who => new Step(Act.Read, who))),
        (1, Gen.Choose(0, 1).Select(on => new Step(Act.Lose, on))));

    private static readonly Arbitrary<Step[]> anyScript = Arb.From(anyStep.ArrayOf());

    [Theory]
    [InlineData("00:01:00")]
    [InlineData("00:00:00")]
    public async Task Ends_with_the_same_list_as_never_having_left(string releaseAfter)
    {
        await using var gateway = await TestGateway.StartAsync(new() { ["Gateway:Feeds:ReleaseAfter"] = releaseAfter });
        Prop.ForAll(anyScript, script => PlayAsync(gateway, script, AssertSameList)).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60));
    }

    [Fact]
    public async Task Ends_in_the_same_state_where_little_may_wait_and_little_is_kept()
    {
        await using var gateway = await TestGateway.StartAsync(new()
        {
            ["Gateway:Feeds:ResumeBytes"] = "200",
            ["Gateway:Feeds:RecentUpdates"] = "8",
            ["Gateway:Feeds:MergeEvery"] = "00:00:00.010",
            ["Gateway:Sockets:OutboxFrames"] = "5",
        });
        Prop.ForAll(anyScript, script => PlayAsync(gateway, script, AssertSameState)).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60));
    }

    private static async Task PlayAsync(TestGateway gateway, Step[] script, Action<FakeChannel, Chain> assert)
    {
        await using var audience = await Audience.SeatAsync(gateway);
        foreach (var step in script)
        {
            await audience.PlayAsync(step);
        }

        foreach (var chain in await audience.EndAsync())
        {
            assert(audience.Contest, chain);
        }
    }

    private static void AssertSameList(FakeChannel contest, Chain chain)
    {
        Assert.Equal(1, chain.Fulls);
        Assert.Equal(Enumerable.Range(1, (int)contest.At.Seq).Select(seq => (long)seq), chain.Singles);
        AssertSameState(contest, chain);
    }

    private static void AssertSameState(FakeChannel contest, Chain chain) => Assert.Equal(contest.Counters, chain.Counters);

    internal enum Act
    {
        Count,
        Leave,
        Return,
        Read,
        Lose,
    }

    internal sealed record Step(Act Act, int Number);

    /// <summary>One who never leaves, and some who do.</summary>
    private sealed class Audience : IAsyncDisposable
    {
        private readonly TestGateway gateway;
        private readonly string channel;
        private readonly Spectator faithful;
        private readonly Spectator?[] seats = new Spectator?[Spectators];
        private readonly Chain[] chains = new Chain[Spectators];

        private Audience(TestGateway gateway, string id, Spectator faithful)
        {
            (this.gateway, channel, this.faithful) = (gateway, $"contest:{id}", faithful);
            Contest = gateway.Channels.Contest(id);
        }

        public FakeChannel Contest { get; }

        public static async Task<Audience> SeatAsync(TestGateway gateway)
        {
            var id = Guid.NewGuid().ToString("N");
            gateway.Channels.Contest(id);
            var audience = new Audience(gateway, id, await Spectator.OfAsync(gateway, $"contest:{id}"));
            await audience.faithful.NextAsync("full");
            for (var i = 0; i < Spectators; i++)
            {
                audience.seats[i] = await Spectator.OfAsync(gateway, audience.channel);
                await audience.seats[i]!.NextAsync("full");
                audience.chains[i] = audience.seats[i]!.ChainOf(audience.channel);
            }

            return audience;
        }

        public Task PlayAsync(Step step) => step.Act switch
        {
            Act.Count => CountAsync(step.Number),
            Act.Leave => LeaveAsync(step.Number),
            Act.Return => ReturnAsync(step.Number),
            Act.Read => ReadAsync(step.Number),
            _ => LoseAsync(step.Number == 1),
        };

        /// <summary>Everybody is back and reads to the end.</summary>
        public async Task<IReadOnlyList<Chain>> EndAsync()
        {
            await LoseAsync(false);
            Contest.Announce();
            for (var i = 0; i < Spectators; i++)
            {
                await ReturnAsync(i);
                await seats[i]!.ReachAsync(channel, Contest.At.Seq);
            }

            await faithful.ReachAsync(channel, Contest.At.Seq);
            return [.. chains, faithful.ChainOf(channel)];
        }

        public async ValueTask DisposeAsync()
        {
            await faithful.DisposeAsync();
            foreach (var seat in seats)
            {
                await (seat?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }

        private Task CountAsync(int count)
        {
            Contest.Count([.. Enumerable.Range(0, count).Select(i => $"h{i % 3}")]);
            return Task.CompletedTask;
        }

        private async Task LeaveAsync(int who)
        {
            await (seats[who]?.DisposeAsync() ?? ValueTask.CompletedTask);
            seats[who] = null;
        }

        private async Task ReturnAsync(int who) => seats[who] ??= await Spectator.ReturnAsync(gateway, channel, chains[who]);

        private async Task ReadAsync(int who)
        {
            if (seats[who] is { } spectator && chains[who].Seq < Contest.At.Seq)
            {
                Contest.Announce();
                await spectator.NextAsync(message => message["seq"] is not null);
            }
        }

        private Task LoseAsync(bool isLossy)
        {
            Contest.Loses = isLossy ? _ => true : _ => false;
            return Task.CompletedTask;
        }
    }
}

using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>Two silos and two gateways in processes of their own, and a contest with few seats.</summary>
[NeedsPostgres]
public sealed class SharingSeatsOverGateways
{
    private const int Limit = 20;

    private static readonly string[] gateway = [$"--Gateway:Seats:PerContest={Limit}", "--Gateway:Seats:WaitWithin=00:00:30"];

    [ContractFact]
    public async Task Every_seat_is_filled_and_not_one_more_and_those_of_a_killed_gateway_come_back()
    {
        await using var cluster = await ProcessCluster.StartAsync(["--Cluster:SeatTermSeconds=10"], gateway);
        await using var storm = await Storm.CreateAsync(cluster, SeatedSpectator.Contest);
        await using var crowd = await CrowdAsync(cluster);
        Assert.Equal(10, crowd.At(cluster.Gateways[1]));

        await cluster.Gateways[0].KillAsync();
        await crowd.FillAsync(cluster.Gateways[1], Limit - 10);
        Assert.Equal(Limit, crowd.At(cluster.Gateways[1]));
        Assert.Equal(SeatedSpectator.Full, await crowd.TryAsync(cluster.Gateways[1]));
    }

    [ContractFact]
    public async Task A_killed_silo_costs_nobody_the_seat_and_gives_none_twice()
    {
        await using var cluster = await ProcessCluster.StartAsync([], gateway);
        await using var storm = await Storm.CreateAsync(cluster, SeatedSpectator.Contest);
        await using var crowd = await CrowdAsync(cluster);
        foreach (var silo in new[] { 0, 1 })
        {
            await cluster.Silos[silo].KillAsync();
            foreach (var gateway in cluster.Gateways)
            {
                Assert.Equal(SeatedSpectator.Full, await crowd.AnswerAsync(gateway));
            }

            await cluster.MakeWholeAsync();
            await crowd.AllAnswerAsync();
        }
    }

    /// <summary>Fills every seat, at the two gateways in turn.</summary>
    private static async Task<Crowd> CrowdAsync(ProcessCluster cluster)
    {
        var crowd = new Crowd();
        for (var i = 0; i < Limit; i++)
        {
            Assert.Null(await crowd.TryAsync(cluster.Gateways[i % 2]));
        }

        Assert.Equal(SeatedSpectator.Full, await crowd.TryAsync(cluster.Gateways[0]));
        Assert.Equal(SeatedSpectator.Full, await crowd.TryAsync(cluster.Gateways[1]));
        return crowd;
    }

    /// <summary>Spectators who sit, by gateway.</summary>
    private sealed class Crowd : IAsyncDisposable
    {
        private readonly List<(ContestProcess Gateway, SeatedSpectator Spectator)> seated = [];

        public int At(ContestProcess gateway) => seated.Count(one => one.Gateway == gateway);

        /// <summary>Lets one more come.</summary>
        /// <returns>Why there was no seat; null when there was.</returns>
        public async Task<string?> TryAsync(ContestProcess gateway)
        {
            var spectator = await SeatedSpectator.ConnectAsync(gateway);
            var refusal = await spectator.SubscribeAsync();
            if (refusal is null)
            {
                seated.Add((gateway, spectator));
            }
            else
            {
                spectator.Dispose();
            }

            return refusal;
        }

        /// <summary>Tries until somebody can say whether there is a seat.</summary>
        public async Task<string?> AnswerAsync(ContestProcess gateway)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            string? answer;
            do
            {
                patience.Token.ThrowIfCancellationRequested();
                answer = await TryAsync(gateway);
            }
            while (answer == SeatedSpectator.Unavailable);

            return answer;
        }

        /// <summary>Tries until so many more have got in.</summary>
        public async Task FillAsync(ContestProcess gateway, int count)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (count > 0)
            {
                count -= await TryAsync(gateway) is null ? 1 : 0;
                await pause.WaitForNextTickAsync(patience.Token);
            }
        }

        /// <summary>Asserts that all still sit.</summary>
        public Task AllAnswerAsync() => Task.WhenAll(seated.Select(one => one.Spectator.PingAsync()));

        public ValueTask DisposeAsync()
        {
            seated.ForEach(one => one.Spectator.Dispose());
            return ValueTask.CompletedTask;
        }
    }
}

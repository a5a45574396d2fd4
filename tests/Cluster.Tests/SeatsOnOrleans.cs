using Npgsql;
using OrleansContest.Channels;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>The contract of seats, kept by a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class SeatsOnOrleans(TwoSilos silos) : SeatsContract(silos), IClassFixture<TwoSilos>
{
    [ContractFact]
    public async Task A_roster_that_was_replaced_elsewhere_and_does_not_know_renews_nothing_for_long()
    {
        await AskAsync("a", 50);
        await using (var connection = new NpgsqlConnection(silos.Database))
        {
            await connection.OpenAsync();
            await using var successor = new NpgsqlCommand(
                "UPDATE contest.orleans_grain_states SET version = version + 1 WHERE grain_id_extension = @id", connection);
            successor.Parameters.AddWithValue("id", Channel.ToString());
            Assert.Equal(1, await successor.ExecuteNonQueryAsync());
        }

        silos.Pass(TimeSpan.FromSeconds(9));
        Assert.Equal(50, (await AskAsync("a", 50)).Seats);
        silos.Pass(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => AskAsync("a", 50));
        Assert.Equal(50, (await AskAsync("a", 50)).Seats);
        Assert.Equal(50, (await AskAsync("b", 60)).Seats);
    }
}

using System.Net.Http.Json;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster;

/// <summary>How many messages between processes an update costs, as the processes themselves count them.</summary>
[NeedsPostgres]
public sealed class CountingMessages
{
    private const int contacts = 10;

    private int logged;

    [ContractFact]
    public async Task An_update_costs_one_message_for_each_gateway_with_spectators_however_many_they_are()
    {
        await using var cluster = await ProcessCluster.StartAsync();
        await using var storm = await Storm.CreateAsync(cluster);
        foreach (var (more, gateway, expected) in new[]
        {
            (1, 0, new Messages(contacts, contacts, contacts, 0)),
            (49, 0, new Messages(contacts, contacts, contacts, 0)),
            (1, 1, new Messages(contacts, 2 * contacts, contacts, contacts)),
            (49, 1, new Messages(contacts, 2 * contacts, contacts, contacts)),
        })
        {
            storm.Watch(more, () => cluster.Gateways[gateway]);
            await LogAsync(cluster, storm);
            Assert.Equal(expected, await CountAsync(cluster, storm));
        }

        var relays = await SumAsync(cluster.Silos, "contest_relays");
        Assert.InRange(relays, 1, 2);
        var published = await SumAsync(cluster.Silos, "contest_stream_published_total");
        Assert.InRange(await SumAsync(cluster.Silos, "contest_relay_received_total"), 1, relays * published);
    }

    private async Task<Messages> CountAsync(ProcessCluster cluster, Storm storm)
    {
        var before = await ReadAsync(cluster);
        for (var n = 0; n < contacts; n++)
        {
            await LogAsync(cluster, storm);
        }

        var after = await ReadAsync(cluster);
        return new Messages(after.Published - before.Published, after.Sent - before.Sent, after.First - before.First, after.Second - before.Second);
    }

    /// <summary>Logs a contact and waits until every spectator has seen it, so that no two of them share a message.</summary>
    private async Task LogAsync(ProcessCluster cluster, Storm storm)
    {
        var entry = new
        {
            contestId = storm.Contest, stationId = "S1", callsign = $"DL{logged++}A", band = "40", mode = "SSB", qsoDate = "2026-06-28", qsoTime = "12:00",
        };
        using var answer = await cluster.Gateways[0].Http.PostAsJsonAsync(new Uri("/api/logs", UriKind.Relative), entry);
        answer.EnsureSuccessStatusCode();
        await storm.SeeAsync(logged);
    }

    private static async Task<Messages> ReadAsync(ProcessCluster cluster) => new(
        await SumAsync(cluster.Silos, "contest_stream_published_total"),
        await SumAsync(cluster.Silos, Updates("contest_relay_sent_total")),
        await cluster.Gateways[0].FigureAsync(Updates("contest_gateway_received_total")),
        await cluster.Gateways[1].FigureAsync(Updates("contest_gateway_received_total")));

    private static string Updates(string name) => $"{name}{{contest_message_kind=\"updates\"}}";

    private static async Task<double> SumAsync(IEnumerable<ContestProcess> processes, string name) =>
        (await Task.WhenAll(processes.Select(process => process.FigureAsync(name)))).Sum();

    /// <param name="Published">From a channel to the stream.</param>
    /// <param name="Sent">From relays to gateways.</param>
    /// <param name="First">Those that the first gateway took.</param>
    /// <param name="Second">Those that the second gateway took.</param>
    private sealed record Messages(double Published, double Sent, double First, double Second);
}

using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansContest.Channels;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;
using static OrleansContest.Storage.Tests.Records;

namespace OrleansContest.Storage.Tests.Postgres;

public sealed class AServerThatCrashes
{
    private const int BatchSize = 5;
    private const int Crashes = 2;

    private readonly List<ChannelId> channels = [.. Enumerable.Range(0, 8).Select(index => new ChannelId("contest", $"c{index}"))];

    [PostgresFact]
    public async Task Keeps_every_acknowledged_record_and_takes_more_when_it_is_back()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var storage = await OpenAsync(server);

        var acknowledged = channels.Select(_ => 0L).ToArray();
        for (var crash = 0; crash < Crashes; crash++)
        {
            var journals = await Task.WhenAll(channels.Zip(acknowledged, (channel, last) => OpenAsync(storage, channel, last)));
            var appending = Task.WhenAll(journals.Select(AppendUntilItFailsAsync));
            await server.CrashAsync();
            var before = acknowledged.Sum();
            acknowledged = await appending;
            Assert.NotEqual(before, acknowledged.Sum());
            await Assert.ThrowsAsync<IOException>(() => storage.Journal.OpenAsync(channels[0], CancellationToken.None));
            await server.ResumeAsync();
        }

        foreach (var (channel, last) in channels.Zip(acknowledged))
        {
            await using var journal = await OpenAsync(storage, channel, last);
            await journal.AppendAsync(Batch(journal.Last + 1, 1));
            Assert.Equal(Batch(1, (int)journal.Last).Select(Text), await journal.ReadTextAsync());
        }
    }

    [PostgresFact]
    public async Task Fails_one_call_and_not_one_for_each_connection_that_it_broke()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var storage = await OpenAsync(server);
        await Task.WhenAll(channels.Select(channel => OpenAsync(storage, channel, 0)));
        await server.CrashAsync();
        await server.ResumeAsync();

        await Assert.ThrowsAsync<IOException>(() => OpenAsync(storage, channels[0], 0));

        foreach (var channel in channels)
        {
            await OpenAsync(storage, channel, 0);
        }
    }

    /// <returns>Number of the last record that was acknowledged.</returns>
    private static async Task<long> AppendUntilItFailsAsync(IChannelJournal journal)
    {
        var fault = await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await journal.AppendAsync(Batch(journal.Last + 1, BatchSize));
            }
        });
        Assert.IsAssignableFrom<NpgsqlException>(fault.InnerException);
        return journal.Last;
    }

    private static async Task<IStorage> OpenAsync(PostgresServer server) =>
        await PostgresStorage.OpenAsync(await server.CreateDatabaseAsync(), NullLogger.Instance, CancellationToken.None);

    /// <summary>Opens a journal, which has all that was acknowledged and at most the one batch of which nobody was told.</summary>
    private static async Task<IChannelJournal> OpenAsync(IStorage storage, ChannelId channel, long acknowledged)
    {
        var journal = await storage.Journal.OpenAsync(channel, CancellationToken.None);
        Assert.Contains(journal.Last, (long[])[acknowledged, acknowledged + BatchSize]);
        return journal;
    }
}

using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Journals in a PostgreSQL table. An open one holds a few numbers and no connection.</summary>
internal sealed class PostgresJournal(JournalTable table) : IJournal
{
    public async Task<IChannelJournal> OpenAsync(ChannelId channel, CancellationToken cancellationToken) =>
        new PostgresChannelJournal(channel, table, await table.HeadAsync(channel, cancellationToken).ConfigureAwait(false));

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        table.IdsAsync(kind, cancellationToken);
}

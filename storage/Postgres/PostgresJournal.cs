using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Journals in a PostgreSQL table. An open one holds a few numbers and no connection.</summary>
internal sealed class PostgresJournal(JournalTable table) : IJournal
{
    public async Task<IChannelJournal> OpenAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        var head = await PostgresFaults.TranslateAsync(table.HeadAsync(channel, cancellationToken)).ConfigureAwait(false);
        return new PostgresChannelJournal(channel, table, head);
    }

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        PostgresFaults.TranslateAsync(table.IdsAsync(kind, cancellationToken));
}

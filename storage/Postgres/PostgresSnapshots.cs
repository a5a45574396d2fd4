using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Snapshots in a PostgreSQL table: one row a channel.</summary>
internal sealed class PostgresSnapshots(PostgresDatabase database, ILogger logger) : ISnapshots
{
    private const string Select = "SELECT format, epoch, number, seq, state FROM contest.snapshots WHERE kind = $1 AND id = $2";

    // Whoever was overtaken must not put an older snapshot in the place of a newer one.
    private const string Upsert = """
        INSERT INTO contest.snapshots AS kept (kind, id, format, epoch, number, seq, state) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (kind, id) DO UPDATE
        SET (format, epoch, number, seq, state) = (excluded.format, excluded.epoch, excluded.number, excluded.seq, excluded.state)
        WHERE kept.epoch <> excluded.epoch OR kept.number <= excluded.number
        """;

    public async Task<Snapshot?> LoadAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        try
        {
            return await database.RunAsync(() => SelectAsync(channel, cancellationToken)).ConfigureAwait(false);
        }
        catch (IOException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted } damage)
        {
            logger.SnapshotDamaged(channel, "contest.snapshots", damage.MessageText);
            return null;
        }
    }

    public Task SaveAsync(ChannelId channel, Snapshot snapshot, CancellationToken cancellationToken) =>
        database.RunAsync(() => UpsertAsync(channel, snapshot, cancellationToken));

    private async Task<Snapshot?> SelectAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Select, channel.Kind, channel.Id);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var state = await rows.GetFieldValueAsync<byte[]>(4, cancellationToken).ConfigureAwait(false);
        return new(rows.GetString(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3), state);
    }

    private async Task<int> UpsertAsync(ChannelId channel, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Upsert, channel.Kind, channel.Id, snapshot.Format, snapshot.Epoch, snapshot.Number, snapshot.Seq, snapshot.State);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

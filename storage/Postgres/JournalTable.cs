using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>The statements on the tables of the journal. Each is a transaction of its own.</summary>
internal sealed class JournalTable(PostgresDatabase database)
{
    private const int PageRecords = 1_000;

    private const string SelectIds = "SELECT id FROM contest.channels WHERE kind = $1 ORDER BY id";

    private const string SelectHead = """
        SELECT channel, epoch, (SELECT max(number) FROM contest.journal WHERE journal.channel = channels.channel)
        FROM contest.channels WHERE kind = $1 AND id = $2
        """;

    private const string SelectPage = """
        SELECT number, seq, body FROM contest.journal
        WHERE channel = $1 AND number > $2 AND number <= $3 ORDER BY number
        """;

    private const string InsertFirst = """
        WITH begun AS (
          INSERT INTO contest.channels (kind, id, epoch) VALUES ($4, $5, $6) ON CONFLICT DO NOTHING RETURNING channel
        ), written AS (
          INSERT INTO contest.journal (channel, number, seq, body)
          SELECT begun.channel, record.* FROM begun, unnest($1, $2, $3) AS record (number, seq, body)
        )
        SELECT channel FROM begun
        """;

    private const string InsertNext = """
        INSERT INTO contest.journal (channel, number, seq, body)
        SELECT $4, record.* FROM unnest($1, $2, $3) AS record (number, seq, body)
        WHERE EXISTS (SELECT FROM contest.journal WHERE channel = $4 AND number = $5)
        """;

    public Task<IReadOnlyList<string>> IdsAsync(string kind, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<string>>(async () =>
        {
            await using var command = database.Command(SelectIds, kind);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var ids = new List<string>();
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                ids.Add(rows.GetString(0));
            }

            return ids;
        });

    /// <returns>Null when nobody has begun the channel.</returns>
    /// <exception cref="JournalDamagedException">The channel has lost its records.</exception>
    public Task<JournalHead?> HeadAsync(ChannelId channel, CancellationToken cancellationToken) =>
        database.RunAsync(async () =>
        {
            await using var command = database.Command(SelectHead, channel.Kind, channel.Id);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            if (!await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            return await rows.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false)
                ? throw Damage(channel, 1)
                : new JournalHead(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2));
        });

    /// <summary>A page of the records after <paramref name="after"/>, up to <paramref name="last"/>, read as they come.</summary>
    public async IAsyncEnumerable<JournalRecord> PageAsync(
        long key, long after, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.Command(SelectPage, key, after, Math.Min(last, after + PageRecords));
        await using var rows = await database.RunAsync(() => command.ExecuteReaderAsync(cancellationToken)).ConfigureAwait(false);
        while (await database.RunAsync(() => rows.ReadAsync(cancellationToken)).ConfigureAwait(false))
        {
            var body = await rows.GetFieldValueAsync<byte[]>(2, cancellationToken).ConfigureAwait(false);
            yield return new JournalRecord(rows.GetInt64(0), rows.GetInt64(1), body);
        }
    }

    /// <summary>Begins a channel with its first records.</summary>
    /// <returns>The channel's key; null when somebody else has begun it.</returns>
    public Task<long?> BeginAsync(
        ChannelId channel, string epoch, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken) =>
        database.RunAsync(async () =>
        {
            await using var command = database.Command(InsertFirst, [.. Columns(records), channel.Kind, channel.Id, epoch]);
            return (long?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        });

    /// <returns>False when the records that are there do not end at <paramref name="last"/>.</returns>
    public Task<bool> AppendAsync(long key, long last, IReadOnlyList<JournalRecord> records, CancellationToken cancellationToken) =>
        database.RunAsync(async () =>
        {
            await using var command = database.Command(InsertNext, [.. Columns(records), key, last]);
            try
            {
                return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                return false;
            }
        });

    public static JournalDamagedException Damage(ChannelId channel, long number) =>
        new(
            channel,
            $"table contest.journal, number {number}",
            "the record is missing. Nothing was changed. Restore the database from a copy.");

    private static object[] Columns(IReadOnlyList<JournalRecord> records) =>
    [
        records.Select(record => record.Number).ToArray(),
        records.Select(record => record.Seq).ToArray(),
        new NpgsqlParameter
        {
            Value = records.Select(record => record.Body).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
        },
    ];
}

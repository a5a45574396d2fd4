using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Brings the database's tables up to this version. Any number of processes may do so at once.</summary>
/// <remarks>All that is missing is applied in one transaction, under a lock that the transaction holds: all of it or nothing.</remarks>
internal sealed class Migrations(NpgsqlDataSource source, ILogger logger)
{
    /// <summary>Any number, as long as nobody else locks the same one.</summary>
    private const long Lock = 0x636f6e74657374;

    private const int TimeoutSeconds = 300;

    private const string Bootstrap = """
        CREATE SCHEMA IF NOT EXISTS contest;
        CREATE TABLE IF NOT EXISTS contest.migrations (
          number integer PRIMARY KEY,
          name text NOT NULL,
          checksum text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT now()
        );
        """;

    private const string Record = "INSERT INTO contest.migrations (number, name, checksum) VALUES ($1, $2, $3)";

    /// <exception cref="StorageUnusableException">The database was migrated by a newer or another version.</exception>
    public async Task RunAsync(IReadOnlyList<MigrationScript> scripts, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await IsBegunAsync(connection, cancellationToken).ConfigureAwait(false)
            && Missing(scripts, await AppliedAsync(connection, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, Bootstrap, cancellationToken).ConfigureAwait(false);
        var missing = Missing(scripts, await AppliedAsync(connection, cancellationToken).ConfigureAwait(false));
        foreach (var script in missing)
        {
            await ApplyAsync(connection, script, cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var script in missing)
        {
            logger.Migrated(script.Name);
        }
    }

    private static List<MigrationScript> Missing(
        IReadOnlyList<MigrationScript> scripts, Dictionary<int, (string Name, string Checksum)> applied)
    {
        foreach (var (number, (name, checksum)) in applied)
        {
            var script = scripts.FirstOrDefault(script => script.Number == number) ?? throw new StorageUnusableException(
                $"The database has the migration {name}, which this version does not know: a newer version has used it. Run that one.");
            if (script.Checksum != checksum)
            {
                throw new StorageUnusableException(
                    $"The database's migration {name} is not the {script.Name} of this version: another build has used it. "
                    + "Run that build, or use another database.");
            }
        }

        return [.. scripts.Where(script => !applied.ContainsKey(script.Number))];
    }

    private static async Task<bool> IsBegunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass('contest.migrations') IS NOT NULL", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static async Task<Dictionary<int, (string Name, string Checksum)>> AppliedAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT number, name, checksum FROM contest.migrations ORDER BY number", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var applied = new Dictionary<int, (string, string)>();
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            applied.Add(rows.GetInt32(0), (rows.GetString(1), rows.GetString(2)));
        }

        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, script.Sql, cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Record, connection)
        {
            Parameters = { new() { Value = script.Number }, new() { Value = script.Name }, new() { Value = script.Checksum } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = TimeoutSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

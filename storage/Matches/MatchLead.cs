using System.Data;
using Npgsql;

namespace OrleansContest.Storage.Matches;

/// <summary>Lets one process at a time follow the matches of a database: whoever holds a lock there. It ends with its connection.</summary>
internal sealed class MatchLead(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>Any number, as long as nobody else locks the same one.</summary>
    private const long Lock = 0x6d617463686573;

    private NpgsqlConnection? held;

    /// <returns>The connection that holds the lock; null when another process leads.</returns>
    public async Task<NpgsqlConnection?> TakeAsync(CancellationToken cancellationToken)
    {
        if (held is { State: ConnectionState.Open })
        {
            return held;
        }

        await DisposeAsync().ConfigureAwait(false);
        held = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await IsLockedAsync(held, cancellationToken).ConfigureAwait(false))
        {
            return held;
        }

        await DisposeAsync().ConfigureAwait(false);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (held is { } connection)
        {
            held = null;
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsLockedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Lock})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}

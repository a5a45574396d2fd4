using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Looks at the server once at start: whether it is one that we can use, and whether it keeps what it acknowledges.</summary>
internal static class ServerCheck
{
    private const int MinVersion = 15;

    /// <exception cref="StorageUnusableException">The server's version or encoding is not supported.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (connection.PostgreSqlVersion.Major < MinVersion)
        {
            throw new StorageUnusableException($"PostgreSQL {connection.PostgreSqlVersion} is too old: {MinVersion} or later is needed.");
        }

        if (await SettingAsync(connection, "server_encoding", cancellationToken).ConfigureAwait(false) is var encoding and not "UTF8")
        {
            throw new StorageUnusableException($"The database's encoding is {encoding}; create it with ENCODING 'UTF8'.");
        }

        foreach (var setting in (string[])["fsync", "synchronous_commit"])
        {
            if (await SettingAsync(connection, setting, cancellationToken).ConfigureAwait(false) == "off")
            {
                logger.NotDurable(setting);
            }
        }
    }

    private static async Task<string> SettingAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = name } } };
        return (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}

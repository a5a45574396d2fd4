using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansContest.Channels;
using OrleansContest.Quizzes;
using OrleansContest.Storage.Matches;
using OrleansContest.Storage.Quizzes;

namespace OrleansContest.Storage.Postgres;

/// <summary>Storage in a PostgreSQL database (15 or later), shared by any number of processes.</summary>
public sealed class PostgresStorage : IStorage
{
    private readonly NpgsqlDataSource source;

    private PostgresStorage(NpgsqlDataSource source, ILogger logger)
    {
        this.source = source;
        var database = new PostgresDatabase(source);
        Journal = new PostgresJournal(new JournalTable(database));
        Snapshots = new PostgresSnapshots(database, logger);
        FinalLeaderboards = new FinalLeaderboards(database);
    }

    public IJournal Journal { get; }

    public ISnapshots Snapshots { get; }

    /// <summary>Where the ends of quizzes are written down.</summary>
    public IFinalLeaderboards FinalLeaderboards { get; }

    /// <inheritdoc cref="OpenAsync(PostgresStorageOptions, ILogger, CancellationToken)"/>
    public static Task<PostgresStorage> OpenAsync(string connectionString, ILogger logger, CancellationToken cancellationToken) =>
        OpenAsync(new PostgresStorageOptions { ConnectionString = connectionString }, logger, cancellationToken);

    /// <summary>Connects, and brings the database's tables up to this version.</summary>
    /// <exception cref="StorageUnusableException">The database cannot be reached, or cannot be used as it is.</exception>
    public static async Task<PostgresStorage> OpenAsync(
        PostgresStorageOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var source = Connections.To(options);
        try
        {
            await ServerCheck.RunAsync(source, logger, cancellationToken).ConfigureAwait(false);
            await new Migrations(source, logger).RunAsync(MigrationScript.All, cancellationToken).ConfigureAwait(false);
            return new PostgresStorage(source, logger);
        }
        catch (Exception fault)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (fault is NpgsqlException or IOException or TimeoutException)
            {
                throw Connections.Unusable(source, fault);
            }

            throw;
        }
    }

    /// <summary>Begins to keep the read model of matches, until the result is disposed; before this storage is.</summary>
    public MatchFollower FollowMatches(ILogger logger, TimeProvider clock) => new(source, logger, clock);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}

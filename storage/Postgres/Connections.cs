using Npgsql;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Postgres;

/// <summary>Makes the pool of connections, with every wait bounded.</summary>
internal static class Connections
{
    /// <exception cref="StorageUnusableException">The connection string is not one.</exception>
    public static NpgsqlDataSource To(PostgresStorageOptions options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, options.MaxConnections);
            settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
            settings.CommandTimeout = Bounded(settings.CommandTimeout, options.CallTimeout);
            settings.Timeout = Bounded(settings.Timeout, options.CallTimeout);
            settings.ApplicationName ??= "orleans-contest";
            return NpgsqlDataSource.Create(settings);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new StorageUnusableException($"The PostgreSQL connection string cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Says what to do about a database that cannot be used. Never names the password.</summary>
    public static StorageUnusableException Unusable(NpgsqlDataSource source, Exception fault)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        var place = $"The PostgreSQL database '{settings.Database}' at {settings.Host}:{settings.Port} (user '{settings.Username}')";
        return fault is PostgresException refused
            ? new($"{place} refused: {refused.MessageText} ({refused.SqlState}). {Advice(refused.SqlState)}", fault)
            : new($"{place} cannot be reached: {fault.Message} Check the connection string and that the server runs.", fault);
    }

    private static string Advice(string state) => state switch
    {
        PostgresErrorCodes.InvalidCatalogName => "Create the database first.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "Check user and password.",
        PostgresErrorCodes.InsufficientPrivilege => "The user must be allowed to create the schema 'contest', or to use it.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "Connect to the primary, not to a standby.",
        PostgresErrorCodes.TooManyConnections => "Raise max_connections, or give this program fewer.",
        _ => "Check the connection string and the server's log.",
    };

    private static int Bounded(int seconds, TimeSpan otherwise) => seconds > 0 ? seconds : (int)otherwise.TotalSeconds;
}

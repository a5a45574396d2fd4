using Npgsql;

namespace OrleansContest.Storage.Postgres;

/// <summary>The tables in which Orleans' own AdoNet providers keep the cluster's members, grain states and reminders.</summary>
/// <remarks>They are made with all the others when <see cref="PostgresStorage"/> is opened, which a process does before it starts Orleans.</remarks>
public static class OrleansTables
{
    /// <summary>The invariant name to give to a provider.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>Connections that all providers of a process hold together at most; the connection string may ask for fewer.</summary>
    private const int maxConnections = 10;

    /// <summary>The connection string to give to a provider: with it the provider finds its queries.</summary>
    /// <param name="connectionString">The one that <see cref="PostgresStorage"/> is opened with.</param>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is not one.</exception>
    public static string ConnectionString(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "contest" };
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, maxConnections);
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        return settings.ConnectionString;
    }
}

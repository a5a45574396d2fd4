namespace OrleansContest.Storage.Postgres;

/// <summary>Which PostgreSQL database to use, and how.</summary>
public sealed record PostgresStorageOptions
{
    /// <summary>As Npgsql reads it, such as <c>Host=db;Username=contest;Password=…;Database=contest</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Most connections of this process at once; the connection string may ask for fewer. Default: 20.</summary>
    public int MaxConnections { get; init; } = 20;

    /// <summary>Time after which a call counts as failed, where the connection string sets none. Default: 30 s.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

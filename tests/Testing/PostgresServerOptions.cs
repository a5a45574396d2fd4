namespace OrleansContest.Testing;

/// <summary>How a throw-away PostgreSQL is set up.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>Whether commits wait for the disk. Default: no, for no test cuts the power.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Further lines of <c>postgresql.conf</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    internal string ToConfiguration(int port) => string.Join('\n',
        [
            $"port = {port}",
            "listen_addresses = '127.0.0.1'",
            $"fsync = {(IsDurable ? "on" : "off")}",
            $"full_page_writes = {(IsDurable ? "on" : "off")}",
            .. Settings,
        ]);
}

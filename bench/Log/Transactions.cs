using System.Diagnostics;
using Npgsql;

namespace OrleansContest.Bench.Log;

/// <summary>What the cluster's log is measured against: a table with one transaction an entry, on the same PostgreSQL.</summary>
internal sealed class Transactions : IAsyncDisposable
{
    private const string Create = """
        CREATE TABLE entries (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          dedupe_key text NOT NULL UNIQUE,
          contest text NOT NULL,
          station text NOT NULL,
          body json NOT NULL
        )
        """;

    private const string Insert = "INSERT INTO entries (dedupe_key, contest, station, body) VALUES ($1, $2, $3, $4::json)";

    private readonly NpgsqlDataSource source;
    private int written;

    private Transactions(NpgsqlDataSource source) => this.source = source;

    /// <param name="database">A database of its own.</param>
    /// <param name="connections">Most connections at a time.</param>
    public static async Task<Transactions> PrepareAsync(string database, int connections)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = connections });
        await using var create = source.CreateCommand(Create);
        await create.ExecuteNonQueryAsync();
        return new Transactions(source);
    }

    /// <returns>Entries per second, from so many connections together.</returns>
    public async Task<double> MeasureAsync(int connections, TimeSpan length)
    {
        var (before, started) = (Volatile.Read(ref written), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(client => WriteAsync(client, started, length)));
        return (Volatile.Read(ref written) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task WriteAsync(int client, long started, TimeSpan length)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand(Insert, connection)
        {
            Parameters = { new() { Value = "" }, new() { Value = "bench" }, new() { Value = $"S{client}" }, new() { Value = "" } },
        };
        await insert.PrepareAsync();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var n = Interlocked.Increment(ref written);
            insert.Parameters[0].Value = $"bench|S{client}|{n}";
            insert.Parameters[3].Value = Poster.Entry(client, n, "bench");
            await insert.ExecuteNonQueryAsync();
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OrleansContest.Bench.Votes;

/// <summary>What bulk votes on PostgreSQL are measured against: a table of aggregates with one upsert a vote, on the same server.</summary>
internal sealed class Upserts : IAsyncDisposable
{
    private const string Create = """
        CREATE TABLE aggregates (
          match text NOT NULL, location_key text NOT NULL, team_a_count integer NOT NULL, team_b_count integer NOT NULL, last_updated_at timestamptz NOT NULL,
          PRIMARY KEY (match, location_key)
        )
        """;

    private const string Upsert = """
        INSERT INTO aggregates AS present VALUES ('bench', $1, $2, 1 - $2, now()) ON CONFLICT (match, location_key) DO UPDATE SET
          team_a_count = present.team_a_count + excluded.team_a_count, team_b_count = present.team_b_count + excluded.team_b_count, last_updated_at = now()
        """;

    private readonly NpgsqlDataSource source;
    private int written;

    private Upserts(NpgsqlDataSource source) => this.source = source;

    /// <param name="database">A database of its own.</param>
    /// <param name="connections">Most connections at a time.</param>
    public static async Task<Upserts> PrepareAsync(string database, int connections)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = connections });
        await using var create = source.CreateCommand(Create);
        await create.ExecuteNonQueryAsync();
        return new Upserts(source);
    }

    /// <returns>Votes a second, from so many connections together.</returns>
    public async Task<double> MeasureAsync(int connections, TimeSpan length)
    {
        var (before, started) = (Volatile.Read(ref written), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => WriteAsync(started, length)));
        return (Volatile.Read(ref written) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task WriteAsync(long started, TimeSpan length)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var upsert = new NpgsqlCommand(Upsert, connection) { Parameters = { new() { Value = "" }, new() { Value = 0 } } };
        await upsert.PrepareAsync();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var vote = Interlocked.Increment(ref written);
            upsert.Parameters[0].Value = Ballots.CellOf(vote).ToString("x", CultureInfo.InvariantCulture);
            upsert.Parameters[1].Value = vote % 3 == 0 ? 0 : 1;
            await upsert.ExecuteNonQueryAsync();
        }
    }
}

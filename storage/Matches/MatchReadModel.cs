using Npgsql;
using NpgsqlTypes;
using OrleansContest.Matches;
using OrleansContest.Storage.Postgres;

namespace OrleansContest.Storage.Matches;

/// <summary>The tables that tell by SQL what votes come to, and how they are brought up to the journal.</summary>
internal sealed class MatchReadModel(PostgresDatabase database)
{
    /// <summary>Records that are applied at once: some megabytes at most.</summary>
    private const int MostRecords = 50;

    /// <summary>The last record of each match is found by the journal's key.</summary>
    private const string SelectDue = """
        SELECT channels.channel, channels.id, channels.epoch, coalesce(positions.number, 0)
        FROM contest.channels LEFT JOIN contest.match_positions AS positions ON positions.match = channels.id
        WHERE channels.kind = 'match'
          AND coalesce(positions.number, 0) < (SELECT max(number) FROM contest.journal WHERE journal.channel = channels.channel)
        """;

    private const string SelectPage = "SELECT number, body FROM contest.journal WHERE channel = $1 AND number > $2 ORDER BY number LIMIT $3";

    private const string Apply = "SELECT contest.apply_match_votes($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    /// <summary>The matches whose journal has gone on.</summary>
    public Task<IReadOnlyList<DueMatch>> DueAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<DueMatch>>(async () =>
        {
            await using var command = new NpgsqlCommand(SelectDue, connection);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var due = new List<DueMatch>();
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                due.Add(new DueMatch(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3)));
            }

            return due;
        });

    /// <summary>Applies the next records of a match, in one statement; nothing if somebody else was faster.</summary>
    /// <exception cref="FormatException">A record is not a match's.</exception>
    public async Task ApplyNextAsync(DueMatch due, CancellationToken cancellationToken)
    {
        var (delta, through) = await ReadAsync(due, cancellationToken).ConfigureAwait(false);
        await database.RunAsync(async () =>
        {
            await using var command = database.Command(Apply, [due.Id, due.Epoch, due.Applied, through, .. PlacesOf(delta), .. TotalsOf(delta.Total)]);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private Task<(MatchDelta Delta, long Through)> ReadAsync(DueMatch due, CancellationToken cancellationToken) =>
        database.RunAsync(async () =>
        {
            var (delta, through) = (new MatchDelta(), due.Applied);
            await using var command = database.Command(SelectPage, due.Channel, due.Applied, MostRecords);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                through = rows.GetInt64(0);
                delta.Add(await rows.GetFieldValueAsync<byte[]>(1, cancellationToken).ConfigureAwait(false));
            }

            return (delta, through);
        });

    private static object[] PlacesOf(MatchDelta delta)
    {
        var cells = delta.Cells.Select(cell => (Cell: H3Cell.FromIndex(cell.Key), Tally: cell.Value)).ToList();
        var countries = delta.Countries.ToList();
        Tally[] tallies = [.. cells.Select(cell => cell.Tally), .. countries.Select(country => country.Value)];
        return
        [
            (string[])[.. cells.Select(_ => VoteAggregate.H3), .. countries.Select(_ => VoteAggregate.Country)],
            (string[])[.. cells.Select(cell => cell.Cell.ToString()), .. countries.Select(country => country.Key)],
            (short?[])[.. cells.Select(cell => (short?)cell.Cell.Resolution), .. countries.Select(_ => (short?)null)],
            tallies.Select(tally => tally.TeamA).ToArray(),
            tallies.Select(tally => tally.TeamB).ToArray(),
            tallies.Select(tally => tally.LastAt).ToArray(),
            tallies.Select(tally => tally.IsNamed).ToArray(),
        ];
    }

    private static object[] TotalsOf(Tally total) =>
    [
        total.TeamA,
        total.TeamB,
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = total.Votes == 0 ? DBNull.Value : total.LastAt },
    ];
}

/// <summary>A match whose journal has gone on.</summary>
/// <param name="Channel">Its key in the journal.</param>
/// <param name="Id">Its id.</param>
/// <param name="Epoch">Its numbering.</param>
/// <param name="Applied">The last record that the tables hold.</param>
internal sealed record DueMatch(long Channel, string Id, string Epoch, long Applied);

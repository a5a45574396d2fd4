using Npgsql;

namespace OrleansContest.Storage.Postgres;

/// <summary>Sends statements, and turns what the driver throws into what the ports promise.</summary>
internal sealed class PostgresDatabase(NpgsqlDataSource source)
{
    /// <summary>A statement with its arguments, ready to be sent over a connection of the pool.</summary>
    /// <param name="sql">The statement; <c>$1</c> stands for the first argument.</param>
    /// <param name="arguments">Values, or parameters where the type does not follow from the value.</param>
    public NpgsqlCommand Command(string sql, params ReadOnlySpan<object> arguments)
    {
        var command = source.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(argument as NpgsqlParameter ?? new NpgsqlParameter { Value = argument });
        }

        return command;
    }

    /// <exception cref="IOException">It was not carried out, or nobody knows whether.</exception>
    /// <exception cref="ArgumentException">A record's body is not JSON.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            throw Translated(fault);
        }
    }

    private static Exception Translated(NpgsqlException fault) => fault switch
    {
        PostgresException refused => Translated(refused),
        _ => new IOException($"The connection to PostgreSQL failed: {fault.Message}", fault),
    };

    private static Exception Translated(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.CharacterNotInRepertoire =>
            new ArgumentException($"A record's body is not JSON in UTF-8: {refused.MessageText}.", refused),
        PostgresErrorCodes.DiskFull =>
            new IOException("The disk of the PostgreSQL server is full: nothing was written. Free some space; nothing else is needed.", refused),
        _ => new IOException($"PostgreSQL did not carry it out: {refused.MessageText} ({refused.SqlState}).", refused),
    };
}

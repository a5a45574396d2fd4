using Npgsql;

namespace OrleansContest.Storage.Postgres;

/// <summary>Turns what the driver throws into what the ports promise.</summary>
internal static class PostgresFaults
{
    public static async Task<T> TranslateAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            throw Translated(fault);
        }
    }

    private static Exception Translated(NpgsqlException fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.CharacterNotInRepertoire } refused =>
            new ArgumentException($"A record's body is not JSON in UTF-8: {refused.MessageText}.", fault),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new IOException("The disk of the PostgreSQL server is full: nothing was written. As soon as there is space again, so is the journal.", fault),
        PostgresException refused =>
            new IOException($"PostgreSQL did not carry it out: {refused.MessageText} ({refused.SqlState}).", fault),
        _ => new IOException($"The connection to PostgreSQL failed: {fault.Message}", fault),
    };
}

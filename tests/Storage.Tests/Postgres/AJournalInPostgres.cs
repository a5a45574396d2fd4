using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Storage.Postgres;
using OrleansContest.Testing;

namespace OrleansContest.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class AJournalInPostgres : JournalContract
{
    private string? database;

    protected override async Task<IStorage> OpenStorageAsync()
    {
        database ??= await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        return await PostgresStorage.OpenAsync(database, NullLogger.Instance, CancellationToken.None);
    }
}

using OrleansContest.Embedded;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>The contract of engines, kept by the embedded one on PostgreSQL.</summary>
[NeedsPostgres]
public sealed class OnPostgres(OnPostgres.Database database) : EngineContract(database.Engine), IClassFixture<OnPostgres.Database>
{
    public sealed class Database : IAsyncLifetime
    {
        private EmbeddedEngineUnderTest? engine;

        public IEngineUnderTest Engine => engine!;

        public async Task InitializeAsync()
        {
            if (PostgresServer.WhyAbsent is null)
            {
                var postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
                engine = await EmbeddedEngineUnderTest.OpenAsync(new EmbeddedOptions { DataFolder = "", Postgres = postgres });
            }
        }

        public async Task DisposeAsync()
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }
    }
}

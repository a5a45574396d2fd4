using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Pileups on the embedded engine and PostgreSQL.</summary>
[NeedsPostgres]
public sealed class PileupsOnPostgres(OnPostgres.Database database) : PileupContract(database.Engine), IClassFixture<OnPostgres.Database>;

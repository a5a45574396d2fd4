using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Matches on the embedded engine and PostgreSQL.</summary>
[NeedsPostgres]
public sealed class MatchesOnPostgres(OnPostgres.Database database) : MatchContract(database.Engine), IClassFixture<OnPostgres.Database>;

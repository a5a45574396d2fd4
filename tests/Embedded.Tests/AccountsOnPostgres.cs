using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Accounts on the embedded engine and PostgreSQL.</summary>
[NeedsPostgres]
public sealed class AccountsOnPostgres(OnPostgres.Database database) : AccountsContract(database.Engine), IClassFixture<OnPostgres.Database>;

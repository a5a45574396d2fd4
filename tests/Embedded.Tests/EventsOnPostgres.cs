using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Live events on the embedded engine and PostgreSQL.</summary>
[NeedsPostgres]
public sealed class EventsOnPostgres(OnPostgres.Database database) : EventContract(database.Engine), IClassFixture<OnPostgres.Database>;

using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Accounts on a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class AccountsOnOrleans(TwoSilos silos) : AccountsContract(silos), IClassFixture<TwoSilos>;

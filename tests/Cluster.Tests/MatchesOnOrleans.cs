using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Matches on a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class MatchesOnOrleans(TwoSilos silos) : MatchContract(silos), IClassFixture<TwoSilos>;

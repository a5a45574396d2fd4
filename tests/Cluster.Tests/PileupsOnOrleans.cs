using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Pileups on a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class PileupsOnOrleans(TwoSilos silos) : PileupContract(silos), IClassFixture<TwoSilos>;

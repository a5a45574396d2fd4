using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>The contract of engines, kept by a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class OnOrleans(TwoSilos silos) : EngineContract(silos), IClassFixture<TwoSilos>;

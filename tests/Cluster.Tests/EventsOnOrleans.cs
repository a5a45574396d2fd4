using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Live events on a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class EventsOnOrleans(TwoSilos silos) : EventContract(silos), IClassFixture<TwoSilos>;

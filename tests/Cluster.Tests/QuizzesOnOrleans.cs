using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Quizzes on a cluster of two silos.</summary>
[NeedsPostgres]
public sealed class QuizzesOnOrleans(TwoSilos silos) : QuizContract(silos), IClassFixture<TwoSilos>;

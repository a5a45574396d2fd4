using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Quizzes on the embedded engine and PostgreSQL.</summary>
[NeedsPostgres]
public sealed class QuizzesOnPostgres(OnPostgres.Database database) : QuizContract(database.Engine), IClassFixture<OnPostgres.Database>;

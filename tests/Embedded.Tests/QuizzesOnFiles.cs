using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Quizzes on the embedded engine and a data folder.</summary>
public sealed class QuizzesOnFiles(OnFiles.Folder folder) : QuizContract(folder.Engine), IClassFixture<OnFiles.Folder>;

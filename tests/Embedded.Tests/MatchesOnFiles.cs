using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Matches on the embedded engine and a data folder.</summary>
public sealed class MatchesOnFiles(OnFiles.Folder folder) : MatchContract(folder.Engine), IClassFixture<OnFiles.Folder>;

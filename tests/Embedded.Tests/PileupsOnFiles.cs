using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Pileups on the embedded engine and a data folder.</summary>
public sealed class PileupsOnFiles(OnFiles.Folder folder) : PileupContract(folder.Engine), IClassFixture<OnFiles.Folder>;

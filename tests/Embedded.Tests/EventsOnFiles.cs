using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>Live events on the embedded engine and a data folder.</summary>
public sealed class EventsOnFiles(OnFiles.Folder folder) : EventContract(folder.Engine), IClassFixture<OnFiles.Folder>;

namespace OrleansContest.Storage.Tests.Files;

/// <summary>A folder that is gone when its test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("contest-storage-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

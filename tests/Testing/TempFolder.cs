namespace OrleansContest.Testing;

/// <summary>A folder of the test's own, gone when it is disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("contest-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

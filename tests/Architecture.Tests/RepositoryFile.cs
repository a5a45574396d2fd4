namespace OrleansContest.Architecture;

/// <summary>One file of the project, named by its path from the root, with forward slashes.</summary>
internal sealed record RepositoryFile(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string TopFolder => Path.Split('/')[0];

    public string Text => File.ReadAllText(System.IO.Path.Combine(Repository.Root.FullName, Path));

    public IReadOnlyList<string> Lines => File.ReadAllLines(System.IO.Path.Combine(Repository.Root.FullName, Path));
}

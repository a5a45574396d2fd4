namespace OrleansContest.Architecture;

/// <summary>The files of the project as they lie on disk, without what builds and runs leave behind.</summary>
internal static class Repository
{
    public static readonly DirectoryInfo Root = FindRoot();

    private static readonly HashSet<string> leftBehind = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "data", "node_modules"];

    private static readonly string[] productFolders =
        ["core", "storage", "embedded", "grain-interfaces", "grains", "silo", "gateway", "metrics", "loadtest", "bench", "cli"];

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> files = new(() => [.. FilesBelow(Root)]);

    public static IReadOnlyList<RepositoryFile> Files => files.Value;

    public static IEnumerable<RepositoryFile> Sources => Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Sources of what is shipped, tests left out.</summary>
    public static IEnumerable<RepositoryFile> ProductSources => Sources.Where(file => productFolders.Contains(file.TopFolder));

    public static IEnumerable<RepositoryFile> Projects => Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static RepositoryFile File(string path) => Files.Single(file => file.Path == path);

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Orleans.Contest.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Orleans.Contest.sln above the test's own folder.");
        }

        return folder;
    }

    private static IEnumerable<RepositoryFile> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => new RepositoryFile(Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/')))
            .Concat(folder.EnumerateDirectories().Where(inner => !leftBehind.Contains(inner.Name)).SelectMany(FilesBelow));
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OrleansContest.Cli.Cluster;

/// <summary>Finds the programs that were built beside this one.</summary>
/// <param name="folder">The folder of this program: <c>…/bin/Cli/release</c>.</param>
internal sealed class BuiltProgram(string folder)
{
    public const string HowToGetOrleans =
        "Make a package source known that has them ('dotnet nuget list source' shows yours) and build again. "
        + "Without them, './contest up --postgres …' serves the same contests from one process.";

    /// <exception cref="ClusterException">It was not built, or without Orleans.</exception>
    public string PathOf(string project)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(folder));
        var path = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"OrleansContest.{project}.dll");
        if (!File.Exists(path))
        {
            throw new ClusterException($"{path} is not there. Build it first ('dotnet build' of the solution); './contest up --cluster' does that by itself.");
        }

        return KnowsOrleans(path)
            ? path
            : throw new ClusterException($"{path} was built without Orleans, because its packages could not be restored. {HowToGetOrleans}");
    }

    private static bool KnowsOrleans(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Any(name => name.StartsWith("Orleans.", StringComparison.Ordinal));
    }
}

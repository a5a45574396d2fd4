namespace OrleansContest.Architecture;

public sealed class ArrowsBetweenFolders
{
    private static readonly string[] mayKnowEverything = ["tests", "bench", "loadtest"];

    /// <summary>Folder, project, the projects and the packages it may reference. The same table as in the README.</summary>
    public static TheoryData<string, string[], string[]> Arrows { get; } = new()
    {
        { "core/Core.csproj", [], [] },
        { "storage/Storage.csproj", ["Core"], ["Npgsql", "Microsoft.Extensions.Logging.Abstractions"] },
        { "embedded/Embedded.csproj", ["Core", "Storage"], ["Microsoft.Extensions.Logging.Abstractions"] },
        { "metrics/Metrics.csproj", [], [] },
        { "cli/Cli.csproj", [], ["Spectre.Console", "System.CommandLine"] },
        { "grain-interfaces/GrainInterfaces.csproj", ["Core"], ["Microsoft.Orleans.Sdk", "Microsoft.Orleans.Serialization.SystemTextJson"] },
        { "grains/Grains.csproj", ["Core", "GrainInterfaces"], ["Microsoft.Orleans.Reminders", "Microsoft.Orleans.Server", "Microsoft.Orleans.Streaming"] },
        {
            "silo/Silo.csproj",
            ["Core", "GrainInterfaces", "Grains", "Metrics", "Storage"],
            [
                "Microsoft.Orleans.Clustering.AdoNet", "Microsoft.Orleans.Persistence.AdoNet", "Microsoft.Orleans.Reminders.AdoNet",
                "Microsoft.Orleans.Reminders", "Microsoft.Orleans.Server", "Microsoft.Orleans.Streaming",
            ]
        },
        {
            "gateway/Gateway.csproj",
            ["Core", "Embedded", "GrainInterfaces", "Metrics"],
            ["Microsoft.AspNetCore.OpenApi", "Microsoft.Orleans.Client", "Microsoft.Orleans.Clustering.AdoNet"]
        },
        { "samples/Ingest/Ingest.csproj", ["Core", "GrainInterfaces"], ["Microsoft.Orleans.Client", "Microsoft.Orleans.Clustering.AdoNet", "Npgsql"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_references_only_what_its_folder_may_know(string path, string[] projects, string[] packages)
    {
        var project = new ProjectFile(Repository.File(path));
        Violations.AreNone(project.Projects.Except(projects).Concat(project.Packages.Except(packages)));
    }

    [Theory]
    [MemberData(nameof(Arrows))]
    public void An_assembly_uses_none_of_ours_but_those(string path, string[] projects, string[] packages)
    {
        using var assembly = new CompiledAssembly($"OrleansContest.{Path.GetFileNameWithoutExtension(path)}");
        var ours = assembly.References.Where(name => name.StartsWith("OrleansContest.", StringComparison.Ordinal));
        var allowed = projects.Select(name => $"OrleansContest.{name}");
        Violations.AreNone(ours.Except(allowed).Concat(assembly.References.Where(IsDatabase).Except(packages)));
    }

    [Fact]
    public void Every_folder_with_a_project_has_its_arrows_here_but_what_tests_and_measures() =>
        Violations.AreNone(Repository.Projects.Where(file => !mayKnowEverything.Contains(file.TopFolder)).Select(file => file.Path)
            .Except(Arrows.Select(row => (string)row[0])));

    [Fact]
    public void In_the_gateway_only_the_cluster_folder_knows_Orleans() =>
        Violations.AreNone(
            from file in Repository.ProductSources
            where file.TopFolder == "gateway" && !file.Path.StartsWith("gateway/Cluster/", StringComparison.Ordinal)
            where file.Lines.Any(line => line.StartsWith("using Orleans.", StringComparison.Ordinal) || line == "using Orleans;")
            select file.Path);

    private static bool IsDatabase(string assembly) => assembly == "Npgsql";
}

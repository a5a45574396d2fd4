using System.Text.RegularExpressions;

namespace OrleansContest.Architecture;

public sealed partial class TheHouse
{
    private const string SolutionFolder = "Project(\"{2150E333-8FDC-42A3-9474-1A3956D46DE8}\")";

    private static readonly string[] textFiles =
        [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".yml", ".sh", ".sql", ".js", ".html", ".css", ".config", ".sln", ".txt", ""];

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.File("Orleans.Contest.sln").Text.Replace('\\', '/');
        Violations.AreNone(Repository.Projects.Select(file => file.Path).Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    /// <summary>More than that and two folders of one name stop the build.</summary>
    [Fact]
    public void The_solution_has_one_platform_and_one_folder()
    {
        var lines = Repository.File("Orleans.Contest.sln").Lines;
        Violations.AreNone(lines.Where(line => line.Contains("x64", StringComparison.Ordinal) || line.Contains("x86", StringComparison.Ordinal)));
        Assert.Equal(["tests"], lines.Where(line => line.StartsWith(SolutionFolder, StringComparison.Ordinal)).Select(line => line.Split('"')[3]));
    }

    [Fact]
    public void Every_version_stands_once_in_Directory_Packages_props() =>
        Violations.AreNone(
            from file in Repository.Files
            where file.Path != "Directory.Packages.props" && Path.GetExtension(file.Name) is ".csproj" or ".props" or ".targets"
            from version in new ProjectFile(file).Versions
            select version);

    [Fact]
    public void The_editorconfig_is_short_and_each_rule_an_error()
    {
        var lines = Repository.File(".editorconfig").Lines;
        Assert.InRange(lines.Count, 1, 60);
        Violations.AreNone(lines.Where(line => line.Contains("severity", StringComparison.Ordinal) && !line.EndsWith("= error", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine() =>
        Violations.AreNone(
            from file in Repository.Files
            where textFiles.Contains(Path.GetExtension(file.Name))
            from Match match in MachinePath().Matches(file.Text)
            select $"{file.Path}: {match.Value}");

    [Fact]
    public void No_package_source_is_cleared_or_fixed() =>
        Violations.AreNone(
            from file in Repository.Files
            where file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".props", StringComparison.Ordinal)
            where file.Text.Contains("<clear", StringComparison.OrdinalIgnoreCase)
                || file.Text.Contains("RestoreSources", StringComparison.OrdinalIgnoreCase)
            select file.Path);

    [Fact]
    public void A_link_between_documents_leads_somewhere() =>
        Violations.AreNone(
            from file in Repository.Files
            where file.Path.EndsWith(".md", StringComparison.Ordinal)
            from Match link in RelativeLink().Matches(file.Text)
            where !Path.Exists(Path.Combine(Repository.Root.FullName, Path.GetDirectoryName(file.Path)!, link.Groups["path"].Value))
            select $"{file.Path}: {link.Groups["path"].Value}");

    [Fact]
    public void The_README_shows_the_sample_as_it_is() =>
        Assert.Contains(
            $"```csharp\n{Repository.File("samples/Ingest/Program.cs").Text.TrimEnd()}\n```", Repository.File("README.md").Text, StringComparison.Ordinal);

    [Fact]
    public void Every_decision_has_a_number_of_its_own_and_its_line_in_the_index()
    {
        var decisions = Repository.Files.Where(file => DecisionPath().IsMatch(file.Path)).ToList();
        var index = Repository.File("docs/decisions/README.md").Text;
        Assert.NotEmpty(decisions);
        Violations.AreNone(decisions.CountBy(file => file.Name[..4]).Where(number => number.Value > 1).Select(number => $"{number.Key} is taken twice")
            .Concat(decisions.Where(file => !index.Contains($"({file.Name})", StringComparison.Ordinal)).Select(file => $"{file.Name} is not in the index")));
    }

    [GeneratedRegex(@"(?<![\w.~}$])(/(home|root|Users|work)/|[A-Z]:\\)\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^docs/decisions/\d{4}-.*\.md$")]
    private static partial Regex DecisionPath();

    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<path>[^)#\s]+)[^)]*\)")]
    private static partial Regex RelativeLink();
}

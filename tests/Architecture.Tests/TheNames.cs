using System.Text.RegularExpressions;

namespace OrleansContest.Architecture;

public sealed partial class TheNames
{
    [Fact]
    public void Namespaces_begin_with_OrleansContest() =>
        Violations.AreNone(
            from file in Repository.Sources
            from Match match in Namespace().Matches(file.Text)
            where match.Groups["name"].Value is var name && name != "OrleansContest" && !name.StartsWith("OrleansContest.", StringComparison.Ordinal)
            select $"{file.Path}: {match.Groups["name"].Value}");

    [Fact]
    public void No_name_ends_in_Manager_Helper_Util_Service_Data_or_Info() =>
        Violations.AreNone(
            from file in Repository.Sources
            from name in TypesOf(file).Select(type => type.Groups["name"].Value).Append(Path.GetFileNameWithoutExtension(file.Name))
            where SaysNothing().IsMatch(name)
            select $"{file.Path}: {name}");

    [Fact]
    public void A_file_holds_one_public_type_with_its_cases_and_parts() =>
        Violations.AreNone(
            from file in Repository.ProductSources
            let types = TypesOf(file).Where(type => type.Value.StartsWith("public ", StringComparison.Ordinal)).ToList()
            from type in types.Skip(1)
            where !IsCase(file, type) && !IsPart(file, type)
            select $"{file.Path}: {type.Groups["name"].Value}");

    private static IEnumerable<Match> TypesOf(RepositoryFile file) => TopLevelType().Matches(file.Text);

    /// <summary>A case of a closed hierarchy derives from a type of the same file.</summary>
    private static bool IsCase(RepositoryFile file, Match type) =>
        TypesOf(file).Any(other => Regex.IsMatch(type.Groups["rest"].Value, $@"(:|,)\s*{other.Groups["name"].Value}\b"));

    /// <summary>A part is a record that the file's other types are made of.</summary>
    private static bool IsPart(RepositoryFile file, Match type) =>
        type.Groups["kind"].Value.StartsWith("record", StringComparison.Ordinal)
        && Regex.IsMatch(file.Text, $@"(?<!record (struct |class )?)\b{type.Groups["name"].Value}(\?|>|\[\]| \w)");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(Manager|Helper|Util|Utilitie|Service|Data|Info)s?$")]
    private static partial Regex SaysNothing();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|abstract|sealed|static|readonly|partial|unsafe|ref) )*(?<kind>class|record struct|record class|record|struct|interface|enum|delegate [\w<>]+) (?<name>\w+)(?<rest>[^{;]*)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}

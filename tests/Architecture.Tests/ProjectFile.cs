using System.Xml.Linq;

namespace OrleansContest.Architecture;

/// <summary>What a project file asks for.</summary>
internal sealed class ProjectFile(RepositoryFile file)
{
    private readonly XDocument xml = XDocument.Parse(file.Text);

    /// <summary>Names of the projects it references, without folder and extension.</summary>
    public IEnumerable<string> Projects =>
        Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>Versions that it names itself, each with the package.</summary>
    public IEnumerable<string> Versions =>
        from item in xml.Descendants()
        where item.Name.LocalName is "PackageReference" or "PackageVersion"
        where item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null || item.HasElements
        select $"{file.Path}: {(string?)item.Attribute("Include")}";

    private IEnumerable<string> Includes(string element) =>
        xml.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();
}

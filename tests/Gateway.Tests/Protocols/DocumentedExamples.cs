using System.Text.RegularExpressions;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>The examples of a protocol's document: fenced blocks whose info string is a language and a name.</summary>
public sealed partial class DocumentedExamples
{
    private const string SentMark = "send ";

    private readonly Dictionary<string, string> blocks;
    private readonly HashSet<string> used = [];

    public DocumentedExamples(string document) =>
        blocks = Block().Matches(File.ReadAllText(PathOf(document))).ToDictionary(block => block.Groups["name"].Value, block => block.Groups["text"].Value);

    /// <summary>What the gateway answers or tells, by name.</summary>
    public IEnumerable<string> Received => blocks.Keys.Where(name => !name.StartsWith(SentMark, StringComparison.Ordinal));

    /// <summary>What a client sends that nobody has sent yet.</summary>
    public IEnumerable<string> NeverSent => blocks.Keys.Where(name => name.StartsWith(SentMark, StringComparison.Ordinal)).Except(used);

    public string this[string name] => blocks[name];

    /// <summary>What a client sends, as the document has it.</summary>
    public string ToSend(string name)
    {
        used.Add(SentMark + name);
        return blocks[SentMark + name];
    }

    private static string PathOf(string document)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Orleans.Contest.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Orleans.Contest.sln above the test's own folder.");
        }

        return Path.Combine(folder.FullName, "docs", "protocols", document);
    }

    [GeneratedRegex(@"^```\w+ (?<name>[^\n]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

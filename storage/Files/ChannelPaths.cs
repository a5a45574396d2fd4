using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Files;

/// <summary>Names the folders of channels so that no two collide, whether case counts on the disk or not: <c>contest/~c~q-26</c>.</summary>
/// <remarks>
/// <c>~a</c> stands for <c>A</c>. <c>~0</c> stands for a dot at the end and <c>~1</c> goes before a device name such as
/// <c>con</c>: Windows drops the one and refuses the other.
/// </remarks>
internal sealed class ChannelPaths(string root)
{
    private static readonly HashSet<string> deviceNames =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    public string Of(ChannelId channel) => Path.Combine(root, channel.Kind, Escape(channel.Id));

    /// <summary>The channels of a kind that have a folder, in no order. Folders that are none of ours are passed over.</summary>
    public IEnumerable<ChannelId> OfKind(string kind)
    {
        var folder = Path.Combine(root, kind);
        var names = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName) : [];
        return names.Select(name => Unescape(name!)).OfType<string>().Select(id => new ChannelId(kind, id));
    }

    public static string Escape(string id)
    {
        var name = new StringBuilder(deviceNames.Contains(id.Split('.')[0]) ? "~1" : "");
        foreach (var letter in id)
        {
            name.Append(char.IsAsciiLetterUpper(letter) ? $"~{char.ToLowerInvariant(letter)}" : letter);
        }

        if (name[^1] == '.')
        {
            name.Length--;
            name.Append("~0");
        }

        return name.ToString();
    }

    /// <returns>Null when no id has that folder name.</returns>
    public static string? Unescape(string name)
    {
        var id = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            id.Append(name[index] == '~' && index + 1 < name.Length ? Unescaped(name[++index]) : name[index]);
        }

        var text = id.ToString();
        return ChannelId.IsValidId(text) && Escape(text) == name ? text : null;
    }

    private static string Unescaped(char mark) => mark switch
    {
        '0' => ".",
        '1' => "",
        _ => char.ToUpperInvariant(mark).ToString(),
    };
}

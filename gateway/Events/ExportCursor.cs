using System.Text;
using System.Xml;
using OrleansContest.Events;

namespace OrleansContest.Gateway.Events;

/// <summary>Goes through an export element by element, and never holds more of it than one field.</summary>
/// <remarks>Nearly always the next node is there already, and nothing is waited for; an export has hundreds of thousands of them.</remarks>
internal sealed class ExportCursor(XmlReader xml, CancellationToken cancellationToken)
{
    /// <summary>Deeper than any export goes.</summary>
    private const int MaxDepth = 16;

    /// <summary>More than any element of an export has.</summary>
    private const int MaxAttributes = 16;

    private readonly char[] buffer = new char[512];
    private readonly StringBuilder text = new();

    /// <summary>Where it stands, from 1; after a fault, where it stood before.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The element's name, whatever its namespace.</summary>
    public string Name => xml.LocalName;

    /// <summary>How deep the element lies; the root at 0.</summary>
    public int Depth => xml.Depth;

    /// <summary>Goes to the root element.</summary>
    /// <exception cref="ExportFormatException">It has another name.</exception>
    public async ValueTask EnterAsync(string root)
    {
        while (xml.NodeType != XmlNodeType.Element)
        {
            await NextAsync();
        }

        if (Name != root)
        {
            throw new ExportFormatException(Line, $"The root element is {root}, not {Name}.");
        }
    }

    /// <summary>Goes to the next element within the one at <paramref name="parent"/>, over all that was not read of the last one.</summary>
    /// <returns>False when there is none; then it stands at the parent's end.</returns>
    public async ValueTask<bool> NextChildAsync(int parent)
    {
        if (xml.Depth == parent && xml.NodeType == XmlNodeType.Element && xml.IsEmptyElement)
        {
            return false;
        }

        do
        {
            await NextAsync();
        }
        while (xml.Depth > parent && !(xml.NodeType == XmlNodeType.Element && xml.Depth == parent + 1));
        return xml.NodeType == XmlNodeType.Element;
    }

    /// <summary>The text of the element, with all its blanks; it may hold nothing else.</summary>
    /// <returns>Null when it is empty.</returns>
    public async ValueTask<string?> TextAsync()
    {
        if (xml.IsEmptyElement)
        {
            return null;
        }

        var (depth, field) = (xml.Depth, Name);
        text.Clear();
        await NextAsync();
        while (xml.Depth > depth)
        {
            await AppendAsync(field);
            await NextAsync();
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>Sees to it that nothing follows the root element.</summary>
    /// <exception cref="XmlException">Something does.</exception>
    public async ValueTask LeaveAsync()
    {
        while (await NextAsync())
        {
        }
    }

    private async ValueTask AppendAsync(string field)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            throw new ExportFormatException(Line, $"{field} holds text, not the element {Name}.");
        }

        for (var read = 1; read > 0;)
        {
            read = await xml.ReadValueChunkAsync(buffer, 0, buffer.Length);
            text.Append(buffer, 0, read);
            if (text.Length > ExportLimits.MaxText)
            {
                throw new ExportFormatException(Line, $"{field} has more than {ExportLimits.MaxText} characters.");
            }
        }
    }

    /// <returns>Whether there is another node; once the root is left there need not be.</returns>
    /// <exception cref="XmlException">The text is not well-formed, or ends too early.</exception>
    private async ValueTask<bool> NextAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isThere = await xml.ReadAsync();
        Line = isThere ? ((IXmlLineInfo)xml).LineNumber : Line;
        if (xml.Depth > MaxDepth)
        {
            throw new ExportFormatException(Line, $"Elements lie at most {MaxDepth} deep.");
        }

        if (xml.AttributeCount > MaxAttributes)
        {
            throw new ExportFormatException(Line, $"An element has at most {MaxAttributes} attributes.");
        }

        return isThere;
    }
}

using System.Xml;

namespace OrleansContest.Gateway.Events;

/// <summary>The names that a parser has seen; it keeps every one of them, so there must not be too many.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    public const int MaxNames = 2_000;

    private readonly NameTable names = new();
    private int count;

    public override string Add(char[] array, int offset, int length) =>
        length == 0 ? string.Empty : names.Get(array, offset, length) ?? Count(names.Add(array, offset, length));

    public override string Add(string array) => names.Get(array) ?? Count(names.Add(array));

    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    public override string? Get(string array) => names.Get(array);

    private string Count(string name) => ++count <= MaxNames
        ? name
        : throw new XmlException($"It has more than {MaxNames} different names.");
}

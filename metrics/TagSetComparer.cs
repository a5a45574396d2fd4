using System.Diagnostics.CodeAnalysis;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace OrleansContest.Metrics;

/// <summary>Finds a set of tags without copying it.</summary>
internal sealed class TagSetComparer : IEqualityComparer<Tag[]>, IAlternateEqualityComparer<ReadOnlySpan<Tag>, Tag[]>
{
    public bool Equals(Tag[]? x, Tag[]? y) => x is not null && y is not null && Equals(x.AsSpan(), y);

    public int GetHashCode([DisallowNull] Tag[] obj) => GetHashCode(obj.AsSpan());

    public Tag[] Create(ReadOnlySpan<Tag> alternate) => alternate.ToArray();

    public bool Equals(ReadOnlySpan<Tag> alternate, Tag[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<Tag> alternate)
    {
        var hash = new HashCode();
        foreach (var (key, value) in alternate)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
